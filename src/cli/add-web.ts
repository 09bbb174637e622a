// The commands that go out for news: sources, fetching, and the settings that both go by.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Followed } from '../model/followed.ts'
import { deskOption, JSON_HELP } from './options.ts'

type Finish = (status: number) => void

/** Adds them to the program. */
export function addWeb(program: Command, finish: Finish, desk: string): void {
  const source = program
    .command('source')
    .description('follow feeds and pages: add, list, show, pause, resume, set, remove, import, export')
  const load = () => import('./source.ts')
  const common = (command: Command): Command =>
    command.addOption(deskOption(desk)).addOption(byOption()).option('--json', JSON_HELP)
  const settings = (command: Command): Command =>
    common(command)
      .option('--title <title>', 'what it is called')
      .option('--outlet <name>', 'who prints what it leads to; leave it out where each page tells')
      .option('--folder <path>', 'where it is kept, such as "Karsk/Agencies"')
      .addOption(everyOption())
      .addOption(gapOption())
  settings(source.command('add'))
    .description('follow a feed, the feed behind a page, or with --page the page alone')
    .argument('<address>', 'of a feed or a page')
    .option('--page', 'watch this page itself for changes')
    .addHelpText('after', '\nExample:\n  readout source add https://courier.example/ --folder Karsk')
    .action(async (address, options) => finish(await (await load()).addSource(address, options)))
  common(source.command('list'))
    .description('list what is followed: last success, last fault, next try, how much it brings, and what fell silent')
    .addHelpText('after', '\nExample:\n  readout source list')
    .action(async (options) => finish(await (await load()).listSources(options)))
  common(source.command('show'))
    .description('show one source')
    .argument('<source>', CALLED)
    .addHelpText('after', '\nExample:\n  readout source show courier.example')
    .action(async (called, options) => finish(await (await load()).showSource(called, options)))
  for (const [name, state, what] of STATES) {
    common(source.command(name))
      .description(what)
      .argument('<source>', CALLED)
      .addHelpText('after', `\nExample:\n  readout source ${name} courier.example`)
      .action(async (called, options) => finish(await (await load()).changeSource(called, { ...options, state })))
  }
  settings(source.command('set'))
    .description('change how a source is followed')
    .argument('<source>', CALLED)
    .addHelpText('after', '\nExample:\n  readout source set courier.example --every 30 --outlet "Karsk Courier"')
    .action(async (called, options) => finish(await (await load()).changeSource(called, options)))
  const lists = () => import('./source-list.ts')
  common(source.command('import'))
    .description('follow the feeds of a list in OPML that are not followed yet; each fault is told with its line')
    .argument('<file>', 'OPML, as other readers export it; "-" is standard input')
    .addHelpText('after', '\nExample:\n  readout source import feeds.opml')
    .action(async (path, options) => finish(await (await lists()).importSources(path, options)))
  source
    .command('export')
    .description('print the feeds that are followed as OPML, in their folders')
    .addOption(deskOption(desk))
    .addHelpText('after', '\nExample:\n  readout source export > feeds.opml')
    .action(async (options) => finish(await (await lists()).exportSources(options)))
  program
    .command('fetch')
    .description('ask the followed sources, and the pages they lead to, for whatever is due; then read what came')
    .addOption(deskOption(desk))
    .option('--json', 'print JSON Lines instead of text')
    .addHelpText('after', '\nExample:\n  readout fetch')
    .action(async (options) => finish(await (await import('./fetch.ts')).fetchDue(options)))
  program
    .command('settings')
    .description('print what can be set for a desk, and what is set')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout settings')
    .action(async (options) => finish(await (await import('./settings.ts')).showSettings(options)))
}

const CALLED = 'its id or the beginning of it, its address, its host or its title'

const STATES: readonly (readonly [string, Followed['state'], string])[] = [
  ['pause', 'paused', 'ask a source no more until it is resumed'],
  ['resume', 'followed', 'ask a paused source again'],
  ['remove', 'removed', 'follow a source no more; what it brought stays'],
]

function byOption(): Option {
  return new Option('--by <name>', 'who decides').env('READOUT_BY').default('')
}

function everyOption(): Option {
  const parse = (text: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 525_600) return Number(text)
    throw new InvalidArgumentError('Minutes are a number from 1 to 525600.')
  }
  return new Option('--every <minutes>', 'ask it so often; else by how often it brings something').argParser(parse)
}

function gapOption(): Option {
  const parse = (text: string): number => {
    if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) <= 3600) return Number(text)
    throw new InvalidArgumentError('Seconds are a number from 0 to 3600.')
  }
  return new Option(
    '--gap <seconds>',
    'between two requests to its host; more where its robots.txt asks for more',
  ).argParser(parse)
}
