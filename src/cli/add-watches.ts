// The commands of watches, with their options.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ChoiceReason, SectionKind } from '../model/edition.ts'
import { SECTION_KINDS, WEEKDAYS, WEIGHTS } from '../model/watch.ts'
import { deskOption, JSON_HELP } from './options.ts'

/** Adds them to the program. */
export function addWatches(program: Command, finish: (status: number) => void, desk: string): void {
  const load = () => import('./watch.ts')
  const watch = program
    .command('watch')
    .description('what editions are published on: list, show, add, remove')
    .addHelpText('after', ADD_EXAMPLE)
  const common = (name: string, about: string): Command =>
    watch
      .command(name)
      .description(about)
      .addOption(deskOption(desk))
      .option('--json', JSON_HELP)
      .addHelpText('after', name === 'add' ? ADD_EXAMPLE : `\nExample:\n  readout watch ${EXAMPLES[name]}`)
  common('list', 'list the watches of the desk').action(async (options) => finish(await (await load()).list(options)))
  common('show', 'show one watch: what is set for it, and which matters of a week belong to it and which do not')
    .argument('<id>', CALLED)
    .option('--week <week>', 'ISO week, such as 2031-W19; else the latest that has dated reports')
    .action(async (id, options) => finish(await (await load()).show(id, options)))
  common('add', 'set a new watch; a matter belongs to it by any of its places, people, bodies or words')
    .argument('<id>', 'what it is to be called in addresses and names of files, such as dam-talks')
    .requiredOption('--name <name>', 'what its editions are headed with')
    .option('--question <words>', 'what it is about, in a line under the name')
    .option('--place <name>', 'a place that belongs to it; may be given several times, as the next ones', collect)
    .option('--person <name>', 'a person, under any name that the desk knows', collect)
    .option('--body <name>', 'a government, ministry, agency or group', collect)
    .option('--word <word>', 'a word; "sanction*" is all that begin so', collect)
    .addOption(sectionOption())
    .addOption(new Option('--weekday <day>', 'the day on which it is issued; else monday').choices(WEEKDAYS))
    .option('--zone <zone>', 'the time zone that days begin and end in, such as Europe/Vienna; else UTC')
    .addOption(weightOption())
    .addOption(byOption())
    .action(async (id, options) => finish(await (await load()).add(id, options)))
  common('remove', 'take a watch out of the settings; what was issued on it stays')
    .argument('<id>', CALLED)
    .addOption(byOption())
    .action(async (id, options) => finish(await (await load()).remove(id, options)))
}

const CALLED = 'what the watch is called; "all" is of all that the desk holds'

const EXAMPLES: Readonly<Record<string, string>> = {
  list: 'list',
  show: 'show dam-talks --week 2031-W19',
  remove: 'remove dam-talks',
}

const ADD_EXAMPLE = `
Example:
  readout watch add dam-talks --name "The dam talks" --question "diplomacy around the Ketter dam" \\
    --place Karsk --person "Ilse Marrow" --word dam --weekday friday --zone Europe/Vienna --weight officials=3`

function byOption(): Option {
  return new Option('--by <name>', 'who does it').env('READOUT_BY').default('')
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text]
}

function sectionOption(): Option {
  const about = `a section that is printed, in the order in which they are given; else all: ${SECTION_KINDS.join(', ')}`
  const parse = (text: string, before: readonly SectionKind[] = []): SectionKind[] => {
    const found = SECTION_KINDS.find((kind) => bare(kind) === bare(text))
    if (found) return [...before, found]
    throw new InvalidArgumentError(`There are ${SECTION_KINDS.join(', ')}.`)
  }
  return new Option('--section <section>', about).argParser(parse)
}

function weightOption(): Option {
  const names = Object.keys(WEIGHTS) as ChoiceReason[]
  const about = `what one of these weighs in the order of matters, 0 to 100: ${names.join(', ')}`
  const parse = (text: string, before: Partial<Record<ChoiceReason, number>> = {}) => {
    const [, name = '', number = ''] = /^(.*)=\s*(\d+(?:\.\d+)?)\s*$/.exec(text) ?? []
    const found = names.find((one) => bare(one) === bare(name))
    if (found && Number(number) <= 100) return { ...before, [found]: Number(number) }
    throw new InvalidArgumentError(`It is written as in officials=3; there are ${names.join(', ')}, from 0 to 100.`)
  }
  return new Option('--weight <name=number>', about).argParser(parse)
}

// "one-origin" is "one origin": a shell wants no marks for it
function bare(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
}
