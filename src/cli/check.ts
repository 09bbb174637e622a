// `readout check`: every hash, the log, all evidence, every version of an edition and the lines of the latest, tried against what is stored.
import { type Checked, check as checkDesk } from '../desk/check.ts'
import { type CheckedEdition, checkLatest } from '../desk/check-latest.ts'
import type { Desk } from '../desk/desk.ts'
import { type Decided, listDecided } from '../desk/list-decided.ts'
import { checkManifests } from '../desk/manifests/check-manifests.ts'
import { checkStamps } from '../desk/manifests/check-stamps.ts'
import { openDesk } from '../desk/open-desk.ts'
import { listOpen } from '../desk/removal/close-removal.ts'
import { print, printJson } from './output.ts'
import { warnOfBreaches } from './warn-of-breaches.ts'
import { decidedJson } from './write-decided.ts'

interface Options {
  readonly desk: string
  readonly json?: true
  readonly manifest?: readonly string[] // copies of manifests that were kept elsewhere
}

/** Checks the desk; 1 where anything does not hold. */
export async function check({ desk: dir, json, manifest: copies = [] }: Options): Promise<0 | 1> {
  const desk = await openDesk(dir, { make: false })
  try {
    const stored = checkDesk(desk)
    const edition = await checkLatest(desk)
    const manifests = await checkManifests(desk, copies)
    const stamps = await checkStamps(desk.dir)
    const ofEdition = 'breach' in edition ? [edition.breach] : []
    const breaches = [...stored.breaches, ...ofEdition, ...manifests.breaches, ...stamps.breaches]
    const orphans = await listOrphans(desk)
    const open = (await listOpen(desk).catch(() => [])).map(({ number }) => number) // harmed, a file says so itself
    if (json) {
      await printJson({
        ...stored,
        ...(!('breach' in edition) && { edition }),
        orphans: orphans.map(decidedJson),
        openRemovals: open,
        breaches,
      })
    } else {
      for (const number of open) await print(tellOpen(number))
      await report({ ...stored, breaches }, edition, { orphans, days: manifests.tried, stamps: stamps.tried })
    }
    return breaches.length > 0 ? 1 : 0
  } finally {
    await desk.close()
  }
}

function tellOpen(number: number): string {
  return `note: removal ${number} is not closed: its words may still lie in the files; run "readout remove --close"`
}

// What cannot be read says so among the breaches.
async function listOrphans(desk: Desk): Promise<Decided[]> {
  try {
    return (await listDecided(desk)).decided.filter(({ state }) => state === 'orphan')
  } catch {
    return []
  }
}

async function report(
  { counts, breaches, versions, notYetMade }: Checked,
  edition: CheckedEdition,
  { orphans, days, stamps }: { readonly orphans: readonly Decided[]; readonly days: number; readonly stamps: number },
): Promise<void> {
  const { captures, decisions, reports, payloads, docs, readings, linked } = counts
  await print(`checked ${count(captures, 'capture')} and ${count(decisions, 'decision')} in the log`)
  await print(`        ${count(payloads, 'payload')} of ${count(reports, 'report')}, by their hashes`)
  await print(`        ${count(docs, 'document')} and ${count(readings, 'reading')}, by their characters`)
  await print(`        ${count(linked, 'linked thing')}, by their evidence`)
  if ('week' in edition)
    await print(`        ${count(edition.lines, 'line')} of the edition of ${edition.week}, by their words`)
  if (versions > 0)
    await print(`        ${count(versions, 'version')} of editions, by the texts that are kept with them`)
  if (days > 0) await print(`        ${count(days, 'manifest')} of days, by what the log was then`)
  if (stamps > 0)
    await print(
      `        ${count(stamps, 'time stamp')}, by what they are of; "openssl ts -verify" tries their signatures`,
    )
  for (const { number } of orphans) {
    await print(`note: the words of decision ${number} are gone, so that it does nothing; "readout decisions" shows it`)
  }
  warnOfBreaches(breaches)
  if (notYetMade) await print(`not yet made: ${notYetMade}`)
  if (breaches.length > 0) await print(count(breaches.length, 'breach', 'breaches'))
  else await print(notYetMade ? 'what is made holds' : 'all of it holds')
}

/** "1 report", "2 reports" */
function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
