// The code blocks of a Markdown page, the commands in them, and the examples that are run.
import { type RunOptions, readout } from './readout.ts'

export interface CodeBlock {
  readonly language: string
  readonly text: string
  readonly isRun: boolean // preceded by the comment <!-- run -->
}

const BLOCK = /^(<!-- run -->\n+)?```(\w*)\n([\s\S]*?)^```$/gm

/** The fenced code blocks of a page, in order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(BLOCK)].map(([, mark, language = '', text = '']) => ({
    language,
    text,
    isRun: mark !== undefined,
  }))
}

/** The page with every example run anew, one after the other, and its output put in place of what stood there. */
export async function runExamples(markdown: string, options: RunOptions): Promise<string> {
  let page = markdown
  for (const { text, isRun } of codeBlocks(markdown)) {
    if (!isRun) continue
    const commands = text.split('\n').filter((line) => line.startsWith('$ '))
    const outputs: string[] = []
    for (const command of commands) outputs.push(`${command}\n${await runShown(command.slice(2), options)}`)
    page = page.replace(text, () => outputs.join(''))
  }
  return page
}

// `echo 'text' | readout … | head -3`, of which echo and head may be missing.
async function runShown(command: string, options: RunOptions): Promise<string> {
  const [, input, line = '', lines] = /^(?:echo '([^']*)' \| )?(readout .*?)(?: \| head -(\d+))?$/.exec(command) ?? []
  if (line === '') throw new Error(`${command} is no example that can be run`)
  const { out, err, status } = await readout(splitWords(line).slice(1), { ...options, input: input ?? '' })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${err}`)
  return lines === undefined ? out : out.split('\n').slice(0, Number(lines)).join('\n').concat('\n')
}

/**
 * The page without what every better version moves: ids, confidences, how many things, lines and origins there are, and
 * who is listed. That a list is there, in its place, is the shape.
 */
export function shapeOf(page: string): string {
  return page
    .replace(/\b[0-9a-f]{20}\b/g, 'ID')
    .replace(/("confidence":)[\d.]+/g, '$1N')
    .replace(/\b\d+ %/g, 'N %')
    .replace(/at least \d+, at most \d+/g, 'at least N, at most N')
    .replace(/^( {2}(?:asserted in|\w+ by|no comment): ).+$/gm, '$1NAMES')
    .replace(/(?:^ {4}\S.*\n)+(?= {2}asserted in)/gm, '    ORIGINS\n')
    .replace(/\b\d+ (linked things|lines of the edition)/g, 'N $1')
}

/** Every `npm` and `readout` command of shell and console blocks, as words. */
export function commandsIn(blocks: readonly CodeBlock[]): string[][] {
  const shell = blocks.filter(({ language }) => ['sh', 'console'].includes(language))
  return shell
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line) => line.replace(/^\$ /, '').split(/ (?:&&|\|) /))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => /^(?:npm|readout) /.test(line))
    .map(splitWords)
}

function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}
