// What an editor does to an edition: small values, applied in their order. None changes what a line leans on.
import type { SectionKind } from './edition.ts'
import type { Id } from './id.ts'

/**
 * A part is named by the id of a line in it: an item by any of its lines or its heading. `add`: the line that the rules make of a
 * statement of the desk. `reword`: other words on the same evidence; the ruled words again undo it. `accept`: what was found missing
 * in a reworded line is known, and it may be issued so. `own`: a line of the editor's own, after the lines of an item or before a
 * section's items. Without words, `title` and `note` take away what is there.
 */
export type Edit =
  | {
      readonly kind: 'move'
      readonly what: 'item' | 'line'
      readonly line: Id<'line'>
      readonly to: EditPlace | 'up' | 'down'
    }
  | { readonly kind: 'drop'; readonly what: 'item' | 'line'; readonly line: Id<'line'> }
  | { readonly kind: 'add'; readonly attribution: string; readonly to: EditPlace }
  | { readonly kind: 'reword'; readonly line: Id<'line'>; readonly text: string }
  | { readonly kind: 'accept'; readonly line: Id<'line'>; readonly why: string }
  | { readonly kind: 'own'; readonly text: string; readonly to: EditPlace; readonly id?: Id<'line'> } // absent: one is made
  | { readonly kind: 'title'; readonly text?: string }
  | { readonly kind: 'note'; readonly section: SectionKind; readonly text?: string }

/**
 * Where a part goes. With a section: a line becomes an item of its own there, after the item that `after` is in, or the first. Without:
 * a line goes into the item that `after` or `before` is in, right beside it. A line that was added is named by its attribution, too.
 */
export type EditPlace =
  | { readonly section: SectionKind; readonly after?: Id<'line'> }
  | { readonly after: Id<'line'> }
  | { readonly before: Id<'line'> }

/** An edit that could not be made, and why. */
export interface RefusedEdit {
  readonly edit: Edit
  readonly reason: string
}
