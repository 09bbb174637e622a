// The commands that need no desk: one room at work on a file.
import { Argument, type Command, Option } from 'commander'
import { JSON_HELP, workersOption } from './options.ts'

/** Adds them to the program. */
export function addRooms(program: Command, finish: (status: number) => void): void {
  const file = (name: string, what: string): Argument => new Argument(name, `${what}; "-" is standard input`)
  program
    .command('extract')
    .description('show the readable text of one page or file, and what was left out')
    .addArgument(file('<file>', 'a text, Markdown, HTML, PDF or MHTML file'))
    .option('--url <address>', 'where it stood')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout extract talks.html --json')
    .action(async (path, options) => finish(await (await import('./extract.ts')).extract(path, options)))
  program
    .command('feed')
    .description('show what a feed says of itself and of its items: RSS, Atom, RDF, CDF, JSON Feed or a news sitemap')
    .addArgument(file('<file>', 'a feed, plain or .gz'))
    .option('--url <address>', 'where it was had; relative addresses are resolved against it')
    .option('--header <line...>', 'a header of the answer, such as "Content-Type: text/xml"', [])
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout feed talks.rss --url https://meridian.example/talks.rss --json')
    .action(async (path, options) => finish(await (await import('./feed.ts')).feed(path, options)))
  program
    .command('annotate')
    .description('find who said what in each text: lines of {id, text, published?, outlet?, title?} in, JSON Lines out')
    .addArgument(file('<file>', 'JSON Lines, plain or .gz'))
    .addOption(workersOption())
    .addOption(
      new Option('--explain <id>', 'print the text with that id instead, its attributions marked in it').conflicts([
        'json',
        'workers',
      ]),
    )
    .option('--json', 'accepted; JSON Lines are printed in any case')
    .addHelpText(
      'after',
      '\nExample:\n  readout annotate texts.jsonl.gz > said.jsonl\n  readout annotate texts.jsonl.gz --explain talks-7',
    )
    .action(async (path, options) => finish(await (await import('./annotate.ts')).annotate(path, options)))
  program
    .command('group')
    .description('file texts under stories: lines of {id, text, title?, published?} in, {id, story} out')
    .addArgument(file('<file>', 'JSON Lines, plain or .gz'))
    .option('--json', 'accepted; JSON Lines are printed in any case')
    .addHelpText('after', '\nExample:\n  readout group texts.jsonl > stories.jsonl')
    .action(async (path) => finish(await (await import('./group.ts')).group(path)))
  program
    .command('same')
    .description('tell how far two sentences make one claim: lines of {id, a, b} in, {id, score, same} out')
    .addArgument(file('<file>', 'JSON Lines, plain or .gz'))
    .option('--json', 'accepted; JSON Lines are printed in any case')
    .addHelpText('after', '\nExample:\n  readout same pairs.jsonl > scores.jsonl')
    .action(async (path) => finish(await (await import('./compare.ts')).same(path)))
  program
    .command('quotes')
    .description('compare two printed forms of a quotation: lines of {id, a, b} in, {id, verdict, changes} out')
    .addArgument(file('<file>', 'JSON Lines, plain or .gz'))
    .option('--json', 'accepted; JSON Lines are printed in any case')
    .addHelpText('after', '\nExample:\n  readout quotes pairs.jsonl > verdicts.jsonl')
    .action(async (path) => finish(await (await import('./compare.ts')).quotes(path)))
  program
    .command('dates')
    .description('find the times that each text names: lines of {id, text, published?} in, {id, times} out')
    .addArgument(file('<file>', 'JSON Lines, plain or .gz'))
    .option('--day-first', '3/5 is the third of May; else it is March 5')
    .option('--json', 'accepted; JSON Lines are printed in any case')
    .addHelpText('after', '\nExample:\n  readout dates texts.jsonl > times.jsonl')
    .action(async (path, options) => finish(await (await import('./dates.ts')).dates(path, options)))
  program
    .command('stance')
    .description(
      'tell how a text stands to a claim (for, against, observing): lines of {id, claim, text} in, {id, stance, score} out',
    )
    .addArgument(file('<file>', 'JSON Lines, plain or .gz'))
    .addOption(workersOption())
    .option('--json', 'accepted; JSON Lines are printed in any case')
    .addHelpText('after', '\nExample:\n  readout stance headlines.jsonl > stances.jsonl')
    .action(async (path, options) => finish(await (await import('./stance.ts')).stance(path, options)))
}
