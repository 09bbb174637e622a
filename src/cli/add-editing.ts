// The commands that take an edition from its draft to its issue and beyond, with their options.
import { type Command, InvalidArgumentError, Option } from 'commander'
import { deskOption, JSON_HELP } from './options.ts'

type Finish = (status: number) => void

/** Adds them to the command of editions. */
export function addEditing(edition: Command, finish: Finish, desk: string): void {
  const load = () => import('./editing.ts')
  // what stands under the name of the command before it too, such as --week, is taken by that one
  const add = (name: string, about: string, examples: readonly string[]): Command =>
    edition
      .command(name)
      .description(about)
      .addOption(deskOption(desk))
      .option('--week <week>', `ISO week, such as 2031-W19; else ${name === 'draft' ? LATEST : LAST}`)
      .option('--watch <id>', 'the watch whose edition it is; else the one of all that the desk holds')
      .option('--json', JSON_HELP)
      .addHelpText('after', `\nExample:\n${examples.map((line) => `  readout edition ${line}`).join('\n')}`)
  const deciding = (command: Command, why: string): Command =>
    command
      .addOption(new Option('--by <name>', 'who does it').env('READOUT_BY').default(''))
      .option('--why <reason>', why, '')
  deciding(
    add('draft', 'draft the edition of a week, or draft it anew from what came in since, with all that was edited', [
      'draft --week 2031-W19 --by "Ada Orme"',
    ]),
    'why; it is kept with it',
  )
    .option('--smooth', 'let the language model of the settings smooth the wording; each sentence is checked')
    .action(async (_, command: Command) => finish(await (await load()).draft(command.optsWithGlobals())))
  deciding(
    add('edit', 'print the newest version as a Markdown file; or keep what was edited in such a file', [
      'edit --week 2031-W19 --out week.md',
      'edit week.md --by "Ada Orme"',
    ]),
    'why; it is kept with it',
  )
    .argument('[file]', 'an edited file; "-" is standard input')
    .option('--out <file>', 'write the file there; else it is printed')
    .option('--try', 'only say what the file asks for, and keep nothing')
    .option('--onto-newest', 'make the edits on the newest version, also where the file was made from one before it')
    .action(async (file, _, command: Command) => finish(await (await load()).edit(file, command.optsWithGlobals())))
  add(
    'check',
    'try the newest version: its evidence, its reworded lines, its claims; exit status 1 where it may not be issued',
    ['check --week 2031-W19'],
  ).action(async (_, command: Command) => finish(await (await load()).checkNewest(command.optsWithGlobals())))
  deciding(
    add('issue', 'issue the newest draft: readers have it from then on, and it is never changed', [
      'issue --week 2031-W19 --by "Ada Orme"',
      'issue --accept 3f2a1="we heard it ourselves" --by "Ada Orme"',
    ]),
    'why; it is kept with it',
  )
    .addOption(acceptOption())
    .action(async (_, command: Command) => finish(await (await load()).issue(command.optsWithGlobals())))
  deciding(
    add('correct', 'correct an issued edition: by an edited file, or by the draft that was made after it', [
      'correct week.md --by "Ada Orme" --why "the minister spoke on Tuesday"',
    ]),
    'what was wrong; readers see it',
  )
    .argument('[file]', 'an edited file; "-" is standard input')
    .addOption(acceptOption())
    .action(async (file, _, command: Command) => finish(await (await load()).correct(file, command.optsWithGlobals())))
  add('versions', 'list the versions of an edition, with who kept each and why', ['versions --week 2031-W19']).action(
    async (_, command: Command) => finish(await (await load()).listKept(command.optsWithGlobals())),
  )
  edition
    .command('leaning')
    .description('list the lines of issued editions whose page has changed, or whose claim stands otherwise, since')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout edition leaning')
    .action(async (_, command: Command) => finish(await (await load()).leaning(command.optsWithGlobals())))
}

const LATEST = 'the latest that has dated reports'
const LAST = 'that of the edition that was drafted, edited or issued last'

/** A line by its marker, and why it is issued so. */
export interface Accepted {
  readonly line: string
  readonly why: string
}

function acceptOption(): Option {
  const about = 'issue a reworded line with what was found missing in it'
  return new Option('--accept <line=reason...>', about).argParser(parseAccepted)
}

function parseAccepted(text: string, before: readonly Accepted[] = []): Accepted[] {
  const [, line, why] = /^\{?#?([0-9a-f]{4,20})\}?\s*=\s*(\S.*)$/is.exec(text) ?? []
  if (line !== undefined && why !== undefined) return [...before, { line: line.toLowerCase(), why }]
  throw new InvalidArgumentError('It is written as in 3f2a1="we heard it ourselves".')
}
