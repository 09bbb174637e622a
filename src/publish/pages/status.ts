// How the desk does, for those who keep it: first what is amiss and what to do, then what it holds, how much room there is, and who is
// at work on it.
import { mayDo } from '../../model/account.ts'
import type { DeskStatus } from '../../model/desk-status.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { counted } from '../origin-words.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderMinute } from './time.ts'

/** The page. */
export function renderStatus(status: DeskStatus, links: Links, shell?: Shell): string {
  const words = WORDS.status
  const { alarms, processes } = status
  const body = html`<header class="masthead"><h1>${words.title}</h1>
<p class="meta">${words.about}</p></header>
<section><h2>${words.alarms}</h2>
${alarms.length > 0 ? html`<ul class="items">${alarms.map((alarm) => html`<li class="fault" dir="auto">${alarm.words}</li>`)}</ul>` : html`<p>${words.noAlarm}</p>`}</section>
<dl class="facts">${factsOf(status).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<section><h2>${words.atWork}</h2>
${processes.length === 0 ? html`<p>${words.nobody}</p>` : html`<ul>${processes.map(renderProcess)}</ul>`}</section>
${shell && mayDo(shell.viewer.role, 'admin') && html`<p class="back"><a href="/jobs">${WORDS.jobs.title}</a></p>`}`
  return renderPage({ title: `${words.title} · Readout`, here: 'status', links, body, ...(shell && { shell }) })
}

/** What it tells, in order, each with its name. The command line prints the same. */
export function listFacts(status: DeskStatus): (readonly [name: string, value: string])[] {
  const words = WORDS.status
  const { facts } = words
  const { captures, reports, decisions, waiting, waitingSince, sources, bytes, journalBytes, diskFree } = status
  return [
    [facts.version, `${status.version}, Node ${status.node}`],
    [facts.engine, status.engine],
    [
      facts.holds,
      words.holds(counted(captures, 'capture'), counted(reports, 'report'), counted(decisions, 'decision')),
    ],
    [facts.lastIn, status.latest ?? WORDS.settings.none],
    [
      facts.waiting,
      waiting > 0 && waitingSince ? words.sinceWhen(counted(waiting, 'report'), waitingSince) : WORDS.settings.none,
    ],
    [facts.faults, status.faults > 0 ? counted(status.faults, 'report') : WORDS.settings.none],
    [facts.sources, words.sources(sources.followed, sources.silent, sources.failing, sources.paused)],
    [facts.size, journalBytes === undefined ? words.sizeOnly(mib(bytes)) : words.size(mib(bytes), mib(journalBytes))],
    ...(diskFree === undefined ? [] : [[facts.disk, words.sizeOnly(mib(diskFree))] as const]),
    [facts.memory, words.sizeOnly(mib(status.memoryFree))],
  ]
}

/** One process in words. */
export function tellProcess({ memory, begun, at }: DeskStatus['processes'][number]): string {
  return WORDS.status.process(mib(memory), begun, at)
}

function factsOf(status: DeskStatus): (readonly [string, Html | string])[] {
  const { latest } = status
  return listFacts(status).map(([name, value]) =>
    name === WORDS.status.facts.lastIn && latest !== undefined ? [name, renderMinute(latest)] : [name, value],
  )
}

function renderProcess(process: DeskStatus['processes'][number]): Html {
  const { kind, machine, pid, version } = process
  return html`<li>${WORDS.status.kinds[kind]}: <bdi>${machine}</bdi>, ${String(pid)}, ${version}; ${tellProcess(process)}</li>`
}

function mib(bytes: number): number {
  return Math.floor(bytes / 2 ** 20)
}
