// A citation as a sentence, as people write it under a text.
import { dayWords } from '../iso-week.ts'
import { type Addresses, type Cited, factsOf } from './cited.ts'

/** `Ilse Marrow: “Karsk offers a truce.” Harbour Post, 5 March 2031. https://… (stored 5 March 2031: https://…).` */
export function citeText(cited: Cited, addresses: Addresses): string {
  const { title, authors, outlet, day, url, address, seen } = factsOf(cited, addresses)
  const who = authors.length > 0 ? `${authors.join(', ')}: ` : ''
  const end = /[.?!…]$/.test(title) ? '' : '.'
  if (cited.kind === 'claim') return `“${title}${end}” ${outlet ?? ''}. ${url}, seen ${dayWords(cited.seen)}.`
  const where = [outlet ?? 'outlet unknown', day ? dayWords(day) : 'undated'].join(', ')
  const stored = url === address ? '' : ` (stored${seen ? ` ${dayWords(seen)}` : ''}: ${address})`
  return `${who}“${title}${end}” ${where}. ${url}${stored}.`
}

/** `“words”, as printed in …` */
export function citeQuotation(quote: string, cited: Cited, addresses: Addresses): string {
  return `“${quote.replace(/\s+/g, ' ').replace(/^["“]([^"“”]*)["”]$/, '$1')}” In: ${citeText(cited, addresses)}`
}
