// `readout watch`: what editions are published on.
import { nameOfPerson } from '../desk/accounts/person.ts'
import { addWatch, removeWatch } from '../desk/change-watches.ts'
import { listMattersOf } from '../desk/list-matters-of.ts'
import { openDesk } from '../desk/open-desk.ts'
import { findWatch, isAll, listWatches } from '../desk/watches.ts'
import type { ChoiceReason, SectionKind } from '../model/edition.ts'
import type { Weekday } from '../model/watch.ts'
import { endWhenUnread, print, printJson, warn } from './output.ts'
import { withDesk } from './with-desk.ts'
import { writeMatters, writeWatch, writeWatchLine } from './write-watch.ts'

interface Common {
  readonly desk: string
  readonly json?: true
}

interface Doing extends Common {
  readonly by: string
}

interface Adding extends Doing {
  readonly name: string
  readonly question?: string
  readonly place?: string[]
  readonly person?: string[]
  readonly body?: string[]
  readonly word?: string[]
  readonly section?: SectionKind[]
  readonly weekday?: Weekday
  readonly zone?: string
  readonly weight?: Partial<Record<ChoiceReason, number>>
}

/** Lists all watches, the one of all that the desk holds first. */
export async function list({ desk: dir, json }: Common): Promise<0> {
  endWhenUnread()
  const desk = await openDesk(dir, { make: false })
  try {
    const watches = await listWatches(desk)
    await (json ? printJson(watches) : print(watches.map(writeWatchLine).join('\n')))
    return 0
  } finally {
    await desk.close()
  }
}

/** Shows one, with the matters of a week. */
export async function show(id: string, { desk: dir, week, json }: Common & { readonly week?: string }): Promise<0> {
  endWhenUnread()
  return await withDesk(dir, async (desk) => {
    const watch = await findWatch(desk, id)
    const told = await listMattersOf(desk, watch, week?.trim().toUpperCase()) // 2031-w11 is the same week
    if (json) await printJson({ ...watch, ...told })
    else await print(`${writeWatch(watch)}\n\n${writeMatters(told)}`)
  })
}

/** Sets a new one. */
export async function add(id: string, options: Adding): Promise<0> {
  const { name, question, place, person, body, word, section, weekday, zone, weight, by, json } = options
  const desk = await openDesk(options.desk, { make: false })
  try {
    const typed = {
      id,
      name,
      ...(question !== undefined && { question }),
      ...(place && { places: place }),
      ...(person && { people: person }),
      ...(body && { bodies: body }),
      ...(word && { words: word }),
      ...(section && { sections: section }),
      ...(weekday && { weekday }),
      ...(zone !== undefined && { zone }),
      ...(weight && { weights: weight }),
    }
    const watch = await addWatch(desk, typed, { who: by.trim() || nameOfPerson() })
    const isOfAll = [place, person, body, word].every((given) => given === undefined)
    if (isOfAll && !isAll(watch))
      warn(
        `nothing is named that belongs to "${id}", so everything does; name it with --place, --person, --body or --word`,
      )
    if (json) await printJson(watch)
    else await print(`set ${writeWatchLine(watch)}\n  "readout watch show ${id}" tells which matters belong to it`)
    return 0
  } finally {
    await desk.close()
  }
}

/** Takes one out. */
export async function remove(id: string, { desk: dir, by, json }: Doing): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const watch = await removeWatch(desk, id, { who: by.trim() || nameOfPerson() })
    await (json ? printJson(watch) : print(`removed ${writeWatchLine(watch)}`))
    return 0
  } finally {
    await desk.close()
  }
}
