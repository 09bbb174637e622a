// The command that exports an edition, and its options.
import { type Command, InvalidArgumentError, Option } from 'commander'
import { deskOption } from './options.ts'

const FORMS = ['site', 'html', 'md', 'txt', 'json', 'listmonk', 'ghost', 'buttondown']

const EXAMPLES = `
Example:
  readout edition export --as site --out public --address https://news.example/readout/
  readout edition export --week 2031-W19 --as html --out week.html
  readout edition export --as txt
  readout edition export --as listmonk --list 3 --out campaign.json`

/** Adds `export` to the command of editions. */
export function addEditionExport(edition: Command, finish: (status: number) => void, desk: string): void {
  edition
    .command('export')
    .description(
      'write an edition in another form: a site of plain files, one HTML file with its evidence in it, Markdown, plain text, JSON, or what listmonk, Ghost and Buttondown take; the issued version where there is one, else a draft, which says so',
    )
    .addOption(deskOption(desk))
    .option('--week <week>', 'ISO week, such as 2031-W19; else the edition that was issued last, or the latest week')
    .option('--watch <id>', 'the watch whose edition it is; else the one of all that the desk holds')
    .addOption(new Option('--as <form>', 'the form').choices(FORMS).default('html'))
    .option('--out <path>', 'the file to write, or of a site the folder; else it is printed')
    .addOption(
      new Option('--address <url>', 'where the site will be found; feeds and newsletters need it').argParser(
        parseAddress,
      ),
    )
    .addOption(new Option('--list <number...>', 'of listmonk: the list to send to').argParser(parseList))
    .addHelpText('after', EXAMPLES)
    .action(async (_options, command: Command) =>
      // what stands under the name of the command before it too, such as --week, is taken by that one
      finish(await (await import('./edition-export.ts')).exportOf(command.optsWithGlobals())),
    )
}

function parseAddress(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError('An address is written as in https://news.example/readout/.')
  }
  return url.pathname.endsWith('/') ? url.href : `${url.href}/`
}

function parseList(text: string, before: readonly number[] = []): number[] {
  if (/^[1-9]\d{0,8}$/.test(text)) return [...before, Number(text)]
  throw new InvalidArgumentError('A list of listmonk is named by its number.')
}
