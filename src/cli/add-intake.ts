// The commands that begin a desk with the sample and take reports in.
import { type Command, Option } from 'commander'
import { deskOption, JSON_HELP, logOption, portOption } from './options.ts'

/** Adds them to the program. */
export function addIntake(program: Command, finish: (status: number) => void, desk: string): void {
  program
    .command('start')
    .description('make a desk with the bundled sample, write its edition, and serve it')
    .addOption(deskOption(desk))
    .addOption(portOption())
    .option('--once', 'stop after the edition is written')
    .addOption(logOption())
    .addHelpText('after', '\nExample:\n  readout start --once --desk /tmp/desk')
    .action(async (options) => finish(await (await import('./start.ts')).start(options)))
  program
    .command('add')
    .description(
      'take in reports: text, Markdown, HTML, PDF, MHTML, JSON Lines, web archives (WARC, WACZ), folders of these, addresses of pages, or "-" for standard input',
    )
    .argument('<path...>', 'files, folders and addresses such as https://courier.example/dam; "-" is standard input')
    .addOption(deskOption(desk))
    .option('--outlet <name>', 'who printed it (a single report)')
    .option('--published <date>', 'when it was printed, such as 2031-05-06 (a single report)')
    .option('--title <title>', 'its headline (a single report)')
    .option('--url <address>', 'where it stood (a single report)')
    .option('--id <name>', "what it answers to; else the file's name without its ending (a single report)")
    .addOption(new Option('--type <type>', 'what the files are, whatever their endings').choices(TYPES))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout add talks.html --outlet "Meridian News Agency" --published 2031-05-06')
    .action(async (paths, options) => finish(await (await import('./add.ts')).add(paths, options)))
}

const TYPES = ['text', 'markdown', 'html', 'pdf', 'mhtml', 'jsonl', 'warc', 'wacz']
