// Readers of RSS take a title and a description for HTML. Words of a report that look like markup would load what they name.

/** The words as they stand in RSS: as HTML that says the same. */
export function rssText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
