// Fields of an address as pages take them: of several under one name the first, and an empty one is none, as a form sends it.
import { z } from 'zod'
import { ACTS } from '../../model/act.ts'
import { SOURCE_KINDS } from '../../model/attribution.ts'
import { ENTITY_KINDS } from '../../model/reading.ts'
import { STANDINGS } from '../../model/timeline.ts'

/** A field of this shape, or none. */
export function field<S extends z.ZodType>(shape: S): z.ZodType<z.output<S> | undefined> {
  return z.preprocess((value) => {
    const one = Array.isArray(value) ? value[0] : value
    return one === '' ? undefined : one
  }, shape.optional()) as z.ZodType<z.output<S> | undefined>
}

/** Any words, not too many. */
export const words = field(z.string().max(500))

/** A day: 2031-03-05. */
export const day = field(z.iso.date({ error: 'there is no such day; write one such as 2031-03-08' }))

/** Where a list goes on. */
export const cursor = field(z.string().max(1000))

export const standing = field(z.enum(STANDINGS))

export const entityKind = field(z.enum(ENTITY_KINDS))

export const sourceKind = field(z.enum(SOURCE_KINDS))

export const act = field(z.enum(ACTS))
