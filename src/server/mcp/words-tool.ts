// The tool that gives the very characters of a stored report: around a place, or of what somebody said in it.
import { z } from 'zod'
import { openReportLine, openSaidLine } from '../../desk/views/api-lists.ts'
import { anchorIn } from '../../desk/views/api-places.ts'
import { docOf } from '../../desk/views/api-report.ts'
import { findPosition } from '../../model/anchor.ts'
import { ReadoutError } from '../../model/errors.ts'
import { idSchema } from '../schemas/common.ts'
import { defineTool, QUOTES, type Tool } from './define-tool.ts'
import { quotedSchema } from './quoted.ts'

const MOST = 4000 // code points at once
const AROUND = 200

export const wordsTool: Tool = defineTool({
  name: 'words',
  title: 'The words of a report',
  description: `The characters of a stored report from \`start\` to \`end\`, or around what was said in an attribution, at most ${MOST} at once. Positions count Unicode code points. ${QUOTES}`,
  input: z.object({
    report: z.string().min(1).max(500).optional().meta({ description: 'The name of a report, with `start` and `end`' }),
    start: z.number().int().min(0).default(0),
    end: z.number().int().min(1).optional(),
    attribution: idSchema
      .optional()
      .meta({ description: 'In place of a report: what was said, with what stands around it' }),
  }),
  output: z.object({
    title: z.object({ quoted: z.string(), from: z.literal('the web') }).optional(),
    words: quotedSchema,
    length: z.int().meta({ description: 'Of the whole text' }),
  }),
  async answer(desk, { report, attribution, start, end }) {
    if ((report === undefined) === (attribution === undefined)) {
      throw new ReadoutError('USAGE', 'name either a report or an attribution')
    }
    const said = attribution === undefined ? undefined : await openSaidLine(desk, attribution)
    const doc = docOf(desk, said ?? (await openReportLine(desk, report ?? '')))
    const length = [...doc.text].length
    const wanted = said ? aroundOf(doc.text, said) : { start, end: Math.min(end ?? start + MOST, length) }
    const until = Math.min(wanted.end, wanted.start + MOST)
    const span = findPosition(doc.text, { start: wanted.start, end: until })
    if (!span)
      throw new ReadoutError(
        'USAGE',
        `${wanted.start} to ${until} does not lie in ${doc.name}: it has ${length} characters`,
      )
    const { report: of, href, selector } = anchorIn(doc, span)
    const [quote, place] = selector
    return {
      ...(doc.title && { title: { quoted: doc.title, from: 'the web' as const } }),
      words: {
        quoted: quote.exact,
        from: 'the web' as const,
        report: of.name,
        ...(of.outlet && { outlet: of.outlet }),
        ...(of.published && { published: of.published }),
        link: href,
        start: place.start,
        end: place.end,
        isCut: until < wanted.end,
      },
      length,
    }
  },
})

// From UTF-16 units of the text to code points, with some of what stands around.
function aroundOf(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const count = (until: number): number => [...text.slice(0, until)].length
  const length = count(text.length)
  return { start: Math.max(0, count(start) - AROUND), end: Math.min(length, count(end) + AROUND) }
}
