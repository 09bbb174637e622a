// The commands and their options, each with an example. What a command does is loaded only when it is run, so that
// `--help` and the quick ones need not wait for the parser, the reader, the database and the server.
import { Argument, Command, Option } from 'commander'
import { KINDS } from '../desk/make-ruling.ts'
import { addAccounts } from './add-accounts.ts'
import { addBackup } from './add-backup.ts'
import { addCase } from './add-case.ts'
import { addEditing } from './add-editing.ts'
import { addEditionExport } from './add-edition-export.ts'
import { addMail } from './add-mail.ts'
import { addMove } from './add-move.ts'
import { addRemoval } from './add-removal.ts'
import { addRooms } from './add-rooms.ts'
import { addStatus } from './add-status.ts'
import { addWatches } from './add-watches.ts'
import { addWeb } from './add-web.ts'
import { addWork } from './add-work.ts'
import { DEFAULT_DESK, dayOption, deskOption, logOption, portOption, sinceOption } from './options.ts'

const JSON_HELP = 'print JSON instead of text'

/** The whole command line. `finish` gets the exit status of the command that was run; `desk` is the environment's. */
export function makeProgram(version: string, finish: (status: number) => void, desk?: string): Command {
  const program = new Command('readout')
    .description("Reads the reporting on a conflict's diplomacy: who said what, on whose word, and who denied it.")
    .version(version, '-V, --version', 'print the version')
    .option(
      '--store <url>',
      'the database of the desk, as postgres://…, if it is not in its folder (env: READOUT_STORE)',
    )
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} }) // said by main, in one line
    .showSuggestionAfterError()
  const folder = desk || DEFAULT_DESK // an empty READOUT_DESK is none, and so is an empty --desk
  addIntake(program, finish, folder)
  addWeb(program, finish, folder)
  addAccounts(program, finish, folder)
  addRooms(program, finish)
  addDesk(program, finish, folder)
  addExport(program, finish, { desk: folder, version })
  addBackup(program, finish, { desk: folder, version })
  addMove(program, finish)
  addDecisions(program, finish, folder)
  addWatches(program, finish, folder)
  addEdition(program, finish, folder)
  addMail(program, finish, folder)
  addRemoval(program, finish, folder)
  addStatus(program, finish, folder)
  addWork(program, finish, folder)
  return program.addHelpText('after', TAIL)
}

const TAIL = `
Exit status: 0 done, 1 the work found a fault, 2 wrong use.
Examples:
  readout start                     take in the bundled sample and show it in a browser
  readout add reports/ --desk desk  take in a folder of reports
  readout ledger                    who said what, on whose word, and who denied it`

function addIntake(program: Command, finish: (status: number) => void, desk: string): void {
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

function addDesk(program: Command, finish: (status: number) => void, desk: string): void {
  program
    .command('ledger')
    .description('print every claim with its standing, its origins and its denials')
    .addOption(deskOption(desk))
    .option('--about <words>', 'only claims worded with all of these words')
    .addOption(dayOption())
    .option('--json', 'print documents, attributions and rows as one JSON object')
    .addHelpText('after', '\nExample:\n  readout ledger --about "Ketter dam"')
    .action(async (options) => finish(await (await import('./ledger.ts')).ledger(options)))
  program
    .command('claim')
    .description(
      'print one claim: who put it forward, who passed it on and who answered it, in their words, and why the origins are so many',
    )
    .argument('<id>', 'its id in the ledger, or the beginning of it')
    .addOption(deskOption(desk))
    .addOption(dayOption())
    .addOption(
      new Option('--svg <figure>', 'print one of its pictures as SVG instead').choices(FIGURES).conflicts('json'),
    )
    .addOption(
      new Option('--why', 'say too why words were held to be this claim, and why claims near it were not').conflicts([
        'at',
        'svg',
      ]),
    )
    .option('--json', JSON_HELP)
    .addHelpText('after', CLAIM_TAIL)
    .action(async (id, options) => finish(await (await import('./claim.ts')).claim(id, options)))
  program
    .command('story')
    .description(
      'list the stories, or show one: its reports, its claims with their origins, the people and bodies in it',
    )
    .argument('[id]', 'its id, or the beginning of it')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout story d915')
    .action(async (id, options) => finish(await (await import('./story.ts')).story(id, options)))
  program
    .command('who')
    .description(
      'list what a person or body has said: on what day, to whom, in which outlets; without a name, everybody',
    )
    .argument('[name]', 'a name in any spelling, a surname, a short name, or the beginning of an id')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout who Marrow')
    .action(async (name, options) => finish(await (await import('./who.ts')).who(name, options)))
  program
    .command('versions')
    .description(
      'list the pages that changed, or show one: its versions, what each changed in words, and the claims, quotations and printed lines that this touches',
    )
    .argument('[page]', "a report's name, or the address of a page")
    .addOption(deskOption(desk))
    .addOption(sinceOption())
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout versions --since 2031-05-06\n  readout versions dam-offer')
    .action(async (page, options) => finish(await (await import('./versions.ts')).versions(page, options)))
  program
    .command('check')
    .description('verify every hash, the log, all evidence and the latest edition; exit status 1 on any breach')
    .argument('[backup]', 'the folder of a backup, which is tried by itself instead of a desk')
    .addOption(deskOption(desk))
    .option('--manifest <file...>', 'copies of manifests that were kept elsewhere, to hold the log against')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout check\n  readout check /mnt/safe/desk-monday')
    .action(async (backup, options) =>
      finish(
        backup === undefined
          ? await (await import('./check.ts')).check(options)
          : await (await import('./backup.ts')).checkFolder(backup, options),
      ),
    )
  program
    .command('rebuild')
    .description('drop all that is derived and make it again from what was taken in')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout rebuild')
    .action(async (options) => finish(await (await import('./rebuild.ts')).rebuildDesk(options)))
}

function addExport(
  program: Command,
  finish: (status: number) => void,
  { desk, version }: { readonly desk: string; readonly version: string },
): void {
  const exporting = program
    .command('export')
    .description('write everything on the desk into a folder, as JSON Lines, or what was captured into a WARC file')
    .argument('[folder]', 'where to; made if missing')
    .addOption(deskOption(desk))
    .option('--warc <file>', 'write the captures into this file instead, .warc or .warc.gz')
    .option('--json', JSON_HELP)
    .addHelpText('after', EXPORT_EXAMPLES)
    .action(async (folder, options) => finish(await (await import('./export.ts')).exportTo(folder, options, version)))
  addCase(exporting, finish, { desk, version })
}

const EXPORT_EXAMPLES = `
Example:
  readout export /tmp/desk-export
  readout export --warc desk.warc.gz`

function addDecisions(program: Command, finish: (status: number) => void, desk: string): void {
  program
    .command('decide')
    .description(
      'rule on what was read and linked, for good: merge or split claims, join or tell apart people, reject, confirm, correct or re-attribute what somebody said, set the kind of a source, note, tag or watch anything, or undo a decision',
    )
    .addArgument(new Argument('<ruling>', 'what is ruled').choices(KINDS))
    .argument(
      '[id...]',
      'ids of claims, attributions or decisions, or the beginnings of ids; names of people and bodies; re-attribute takes "unstated" too, set-kind a kind of source; note, tag and watch take names of reports as well',
    )
    .addOption(deskOption(desk))
    .addOption(new Option('--by <name>', 'who decides').env('READOUT_BY').default(''))
    .option('--why <reason>', 'why; it is kept and shown with the decision', '')
    .option('--move <words...>', 'of a split: what leaves the claim, as ids of attributions or as words')
    .option('--source <words...>', 'of a correction: the words that name the source, as they stand in the report')
    .option('--cue <words...>', 'of a correction: the words that say that it was said')
    .option('--content <words...>', 'of a correction: what was said, each piece in marks of its own')
    .option('--text <words>', 'of a note or a tag: its words, kept as they are')
    .option('--json', JSON_HELP)
    .addHelpText('after', DECIDE_EXAMPLES)
    .action(async (ruling, ids, options) => finish(await (await import('./decide.ts')).decideOn(ruling, ids, options)))
  program
    .command('decisions')
    .description('list what people decided, and what became of it: applied, undone, or an orphan whose words are gone')
    .addOption(deskOption(desk))
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout decisions')
    .action(async (options) => finish(await (await import('./decisions.ts')).decisions(options)))
}

const DECIDE_EXAMPLES = `
Example:
  readout decide merge 3f9a 77c1 --by "Ada Orme" --why "one offer in two wordings"
  readout decide split 3f9a --move "left the dam" --by "Ada Orme" --why "the dam, not the bridge"
  readout decide same "Ilse Marrow" "Karskan envoy" --by "Ada Orme" --why "she is the envoy"
  readout decide reject fcfa2d --by "Ada Orme" --why "the caption says so, not he"
  readout decide re-attribute fcfa2d "Corvin Hale" --by "Ada Orme" --why "he is the one who speaks"
  readout decide correct fcfa2d --content "would not resume on Sunday" --by "Ada Orme" --why "the day is his word too"
  readout decide set-kind fcfa2d official --by "Ada Orme" --why "he speaks for the ministry"
  readout decide note 3f9a --text "ask the ministry on Monday" --by "Ada Orme"
  readout decide tag 3f9a --text "dam" --by "Ada Orme"
  readout decide watch 3f9a --by "Ada Orme"
  readout decide undo 21 --by "Ada Orme" --why "read too fast"`
const FIGURES = ['timeline', 'origins']

const CLAIM_TAIL = `
Example:
  readout claim 3f9a
  readout claim 3f9a --at 2031-05-06
  readout claim 3f9a --why
  readout claim 3f9a --svg origins > origins.svg`

function addEdition(program: Command, finish: (status: number) => void, desk: string): void {
  const edition = program
    .command('edition')
    .description('print the edition of a week, every line with its outlet, its date and its words')
    .addOption(deskOption(desk))
    .option('--week <week>', 'ISO week, such as 2031-W19; else the latest that has dated reports')
    .option('--watch <id>', 'one of the watches of the desk; else all that it holds')
    .addOption(new Option('--format <format>', 'md (else html with --out)').choices(['md', 'html', 'json']))
    .option('--json', 'the same as --format json')
    .option('--out <folder>', 'write it there, with a page for each report that it cites')
    .addHelpText('after', '\nExample:\n  readout edition --week 2031-W19 --format html --out edition')
    .action(async (options) => finish(await (await import('./edition.ts')).edition(options)))
  addEditing(edition, finish, desk)
  addEditionExport(edition, finish, desk)
  program
    .command('serve')
    .description('serve the desk as pages, and follow its sources meanwhile')
    .addOption(deskOption(desk))
    .addOption(portOption())
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--no-fetch', 'ask nothing of the web')
    .option('--no-work', 'serve only, and leave all else to "readout worker"')
    .addOption(logOption())
    .addHelpText('after', '\nExample:\n  readout serve --port 8080')
    .action(async (options) => finish(await (await import('./serve.ts')).serveDesk(options)))
  program
    .command('mcp')
    .description(
      'answer the questions of a language model about the desk, over standard input and output (Model Context Protocol)',
    )
    .addOption(deskOption(desk))
    .addHelpText('after', MCP_EXAMPLE)
    .action(async (options) => finish(await (await import('./mcp.ts')).mcp(options)))
}

const MCP_EXAMPLE = `
Example, as a program that runs such servers has it in its settings:
  {"mcpServers": {"readout": {"command": "readout", "args": ["mcp", "--desk", "/path/to/desk"]}}}`
