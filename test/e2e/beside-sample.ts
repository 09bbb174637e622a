// Reports that the sample lacks: a page that was changed after it was printed, and one that is written from right to left.
import type { HandedIn } from '../../src/desk/take-in.ts'

const OFFER =
  'Veldania has offered to withdraw its troops from the Ketter dam, three Veldanian officials said on Tuesday.'
const QUOTE =
  '“We will leave the dam and never come back,” the foreign minister Corvin Hale said at a briefing in Ostmere.'
const GROUND =
  'Karsk had demanded the withdrawal since the spring, when fighting around the dam forced thousands to leave.'
const LATER = '“We will leave the dam when it is safe,” the foreign minister Corvin Hale said at a briefing in Ostmere.'

const ARABIC = [
  'وزير خارجية فيلدانيا: سنغادر السد',
  'قال وزير خارجية فيلدانيا كورفين هيل في مؤتمر صحفي يوم الثلاثاء إن بلاده ستسحب قواتها من سد كيتر خلال ثلاثين يوما.',
  'وكانت كارسك قد طالبت بالانسحاب منذ الربيع، عندما أجبر القتال حول السد (Ketter) آلاف السكان على مغادرة منازلهم.',
]

/** Handed in one after the other, later versions after the first. */
export function* besideSample(): Generator<HandedIn> {
  const dam = { url: 'https://courier.karsk.example/2031/dam', outlet: 'Karsk Courier', published: '2031-03-11' }
  yield pageOf('dam', 'en', ['Veldania offers to leave the Ketter dam', OFFER, QUOTE, GROUND], dam)
  yield pageOf('dam-later', 'en', ['Veldania may leave the Ketter dam', OFFER, LATER, GROUND], dam)
  const sadd = { url: 'https://sada.example/2031/sadd', outlet: 'صدى كارسك', published: '2031-03-12' }
  yield pageOf('sadd', 'ar', ARABIC, sadd)
}

/** A web page with a headline and its paragraphs. */
export function pageOf(
  name: string,
  language: string,
  [title = '', ...paragraphs]: readonly string[],
  given: { readonly url: string; readonly outlet: string; readonly published: string },
): HandedIn {
  const text = paragraphs.map((words) => `<p>${words}</p>`).join('\n')
  const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>\n${text}\n</article></body></html>`
  return {
    bytes: new TextEncoder().encode(page),
    asked: `${name}.html`,
    given: { name, mediaType: 'text/html', ...given },
  }
}
