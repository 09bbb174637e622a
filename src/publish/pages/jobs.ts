// What is to be done on a desk, who does it, and what was given up, for those who keep the desk.
import type { Lead, ToldJob } from '../../model/job.ts'
import { renderForm } from '../form.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderMinute } from './time.ts'

const words = WORDS.jobs

export interface JobsView {
  readonly leads: readonly Lead[]
  readonly jobs: readonly ToldJob[]
  readonly done?: string
  readonly fault?: string
}

/** The page. */
export function renderJobs({ leads, jobs, done, fault }: JobsView, links: Links, shell: Shell): string {
  const of = (state: ToldJob['state']): ToldJob[] => jobs.filter((job) => job.state === state)
  const [waiting, working, aside] = [of('waiting'), of('at work'), of('aside')]
  const late = waiting.filter(({ reason }) => reason !== undefined)
  const body = html`<h1>${words.title}</h1>
<p class="meta">${words.about}</p>
${done !== undefined && html`<p class="told" role="status">${done}</p>`}
${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
<p>${words.counts(waiting.length, working.length)}</p>
<h2>${words.aside}</h2>
${aside.length === 0 ? html`<p>${words.nothing}</p>` : html`<p class="note">${words.asideAbout}</p><ul class="list">${aside.map((job) => renderAside(job, shell))}</ul>`}
${late.length > 0 && html`<h2>${words.late}</h2><ul>${late.map((job) => html`<li><bdi>${nameOf(job)}</bdi>, ${words.again} ${renderMinute(job.due ?? job.since)}: <bdi>${job.reason}</bdi></li>`)}</ul>`}
<h2>${words.leads}</h2>
${leads.length === 0 ? html`<p>${words.nobody}</p>` : html`<ul>${leads.map(renderLead)}</ul>`}`
  return renderPage({ title: `${words.title} · ${WORDS.frame.product}`, here: 'status', links, body, shell })
}

function renderAside(job: ToldJob, shell: Shell): Html {
  return html`<li><p><bdi>${nameOf(job)}</bdi> <span class="meta">${renderMinute(job.since)}: <bdi>${job.reason}</bdi></span></p>
${renderForm(
  { action: '/jobs', shell },
  html`<input type="hidden" name="id" value="${job.id}">
<p><button name="what" value="retry">${words.retry}</button> <button name="what" value="drop">${words.drop}</button></p>`,
)}</li>`
}

function renderLead({ role, holder, at, trouble }: Lead): Html {
  const [machine, pid] = holder?.split(' ') ?? []
  const who = machine === undefined || pid === undefined ? words.left : words.process(pid, machine)
  return html`<li>${words.roles[role]}: ${who}, ${renderMinute(at)}${trouble !== undefined && html`: <bdi>${trouble}</bdi>`}</li>`
}

function nameOf({ name, key }: ToldJob): string {
  return `${words.names[name]} ${key}`
}
