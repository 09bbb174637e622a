// Readers of RSS take a title and a description for HTML. Words of a report that look like markup would load what they name.
import { html } from '../html.ts'

/** The words as they stand in RSS: as HTML that says the same. */
export function rssText(words: string): string {
  return html`${words}`.toString()
}
