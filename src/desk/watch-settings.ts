// What the settings may say of a watch, each part with its default and what it is for.
import { z } from 'zod'
import type { ChoiceReason } from '../model/edition.ts'
import { ReadoutError } from '../model/errors.ts'
import { ALL, SECTION_KINDS, type Watch, WEEKDAYS, WEIGHTS } from '../model/watch.ts'
import { asPrinted } from '../publish/editing/apply-edits.ts'
import { isZone } from '../publish/period.ts'

// printed in headings, feeds and mails: what nobody sees in it is left out
const seen = (most: number) => z.string().transform(asPrinted).pipe(z.string().min(1).max(most))

const names = z.array(seen(200)).max(200).default([])

/** What each weight is of. */
const WEIGHT_WORDS: Readonly<Record<ChoiceReason, string>> = {
  outlets: 'each outlet that reports on the matter in these days',
  reports: 'each report on it',
  'standing changed': 'each claim of it that stands otherwise than when last week ended, up to five',
  answered: 'each claim of it that somebody denied or would not speak of, up to three',
  officials: 'each official, government or body that is quoted or cited on it by name, up to three',
  'new this week': 'each claim of it that was first put forward in these days, up to three',
}

const weight = (reason: ChoiceReason) =>
  z.number().min(0).max(100).default(WEIGHTS[reason]).describe(WEIGHT_WORDS[reason])

const weights = z.strictObject({
  outlets: weight('outlets'),
  reports: weight('reports'),
  'standing changed': weight('standing changed'),
  answered: weight('answered'),
  officials: weight('officials'),
  'new this week': weight('new this week'),
})

const watch = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and single dashes are wanted, such as dam-talks')
    .describe('what it is called in addresses and names of files, such as dam-talks'),
  name: seen(200).describe('what its editions are headed with'),
  question: seen(500).optional().describe('what it is about, in a line under the name'),
  places: names.describe('places, such as Karsk: a matter belongs that tells of one of them'),
  people: names.describe('people, under any name that the desk knows them by'),
  bodies: names.describe('governments, ministries, agencies and groups, likewise'),
  words: names.describe('words, such as ceasefire'),
  sections: z
    .array(z.enum(SECTION_KINDS))
    .min(1)
    .refine((kinds) => new Set(kinds).size === kinds.length, 'a section is named twice')
    .default([...SECTION_KINDS])
    .describe('the sections that are printed, in this order'),
  weekday: z.enum(WEEKDAYS).default(ALL.weekday).describe('it is issued on this day, and tells of the seven before'),
  zone: z
    .string()
    .refine(isZone, { error: ({ input }) => `"${input}" is no time zone; write it like Europe/Vienna` })
    .default(ALL.zone)
    .describe('the time zone that days begin and end in'),
  weights: weights.prefault({}).describe('what orders matters: so much for each thing that is counted'),
})

/** A watch as settings have it. */
type WatchSetting = z.infer<typeof watch>

/** A watch as it is typed: what is left out has its default. */
export type TypedWatch = z.input<typeof watch>

/** The watch that was typed. Throws USAGE, naming what is wrong with which part. */
export function parseWatch(typed: TypedWatch): Watch {
  const { data: [found] = [], error } = watchesShape.safeParse([typed])
  if (found) return watchOf(found)
  const said = error?.issues.map(({ path, message }) => `${path.slice(1).join('.') || 'it'}: ${message}`).join('; ')
  throw new ReadoutError('USAGE', `no watch can be set so: ${said}; "readout watch add --help" has an example`)
}

/** The watches of a desk. */
export const watchesShape = z
  .array(watch)
  .max(100)
  .superRefine((all, context) => {
    for (const [at, { id, places, people, bodies, words }] of all.entries()) {
      const isTwice = all.findIndex((other) => other.id === id) !== at
      if (isTwice) context.addIssue({ code: 'custom', path: [at, 'id'], message: `there are two watches "${id}"` })
      if (id === ALL.id && [places, people, bodies, words].some((list) => list.length > 0)) {
        const message = 'the watch "all" is of all that the desk holds; give one of some of it another id'
        context.addIssue({ code: 'custom', path: [at, 'id'], message })
      }
    }
  })
  .default([])
  .describe(
    'what editions are published on, each with an id and a name, and what it may have besides: question, places, people, bodies, words, sections, weekday, zone, weights. One called "all" says how the edition of all that the desk holds is made',
  )

/** The watch that a setting is of. */
export function watchOf({ question, ...others }: WatchSetting): Watch {
  return { ...others, ...(question !== undefined && { question }) }
}
