// The commands that mail editions and keep the list of who gets them.
import { Argument, type Command, Option } from 'commander'
import { deskOption, JSON_HELP } from './options.ts'

type Finish = (status: number) => void

/** Adds them to the program. */
export function addMail(program: Command, finish: Finish, desk: string): void {
  const load = () => import('./mail.ts')
  const mail = program.command('mail')
  mail.description('mail issued editions: preview, eml, test, send, status, settle, subscribers')
  const common = (command: Command): Command => command.addOption(deskOption(desk)).option('--json', JSON_HELP)
  const about = (command: Command): Command =>
    common(command)
      .option('--watch <id>', 'of this watch; else of all that the desk holds')
      .option('--week <week>', 'ISO week, such as 2031-W19; else the latest that was issued')
  about(mail.command('preview'))
    .description('print the letter of an issued edition as plain text')
    .option('--html', 'print it as HTML')
    .option('--correction', 'the letter about its correction')
    .addHelpText('after', '\nExample:\n  readout mail preview --week 2031-W19')
    .action(async (options) => finish(await (await load()).preview(options)))
  about(mail.command('eml'))
    .description('write the message of an issued edition into a file that mail programs open')
    .argument('<file>', 'where to, such as edition.eml')
    .requiredOption('--to <address>', 'whom it is to')
    .option('--correction', 'the message about its correction')
    .addHelpText('after', '\nExample:\n  readout mail eml edition.eml --to ada@desk.example')
    .action(async (file, options) => finish(await (await load()).eml(file, options)))
  about(mail.command('test'))
    .description('mail an issued edition to one address, to be looked at')
    .argument('<address>', 'whom to')
    .addOption(byOption())
    .addHelpText('after', '\nExample:\n  readout mail test ada@desk.example')
    .action(async (address, options) => finish(await (await load()).test(address, options)))
  about(mail.command('send'))
    .description('mail an issued edition to its subscribers, or go on where it was left; nobody is ever sent it twice')
    .option('--dry-run', 'say what would be mailed, and to how many, and send nothing')
    .option('--correction', 'mail what was corrected since, to those who had it')
    .option('--no-wait', 'do not wait for those whose server put them off')
    .addOption(byOption())
    .addHelpText(
      'after',
      '\nExample:\n  readout mail send --week 2031-W19 --dry-run\n  readout mail send --week 2031-W19',
    )
    .action(async (options) => finish(await (await load()).send(options)))
  common(mail.command('status'))
    .description('list what was mailed, how far it came, and what waits for a person')
    .addHelpText('after', '\nExample:\n  readout mail status')
    .action(async (options) => finish(await (await load()).status(options)))
  common(mail.command('settle'))
    .description('say what became of a mail of which it is not known, by the log of the mail server')
    .argument('<id>', 'of the delivery, as "readout mail status" lists it, or the beginning of it')
    .addArgument(new Argument('<how>', 'it was sent, or it is to be sent again').choices(['sent', 'resend']))
    .addOption(byOption())
    .requiredOption('--why <reason>', 'why; it is kept')
    .addHelpText('after', '\nExample:\n  readout mail settle 3f9a77 sent --why "the server has it in its log"')
    .action(async (id, how, options) => finish(await (await load()).settleOne(id, how, options)))
  addSubscribers(mail.command('subscribers'), common, finish, desk)
}

function addSubscribers(
  subscribers: Command,
  common: (command: Command) => Command,
  finish: Finish,
  desk: string,
): void {
  const load = () => import('./subscribers.ts')
  const ofWatch = (command: Command): Command =>
    command.option('--watch <id>', 'of this watch; else of all that the desk holds')
  const of = (command: Command): Command => ofWatch(common(command))
  subscribers.description('keep the list of who gets mail: list, import, export, remove, erase')
  of(subscribers.command('list'))
    .description('list the subscribers, the state of each and how it came about')
    .addHelpText('after', '\nExample:\n  readout mail subscribers list')
    .action(async (options) => finish(await (await load()).listAll(options)))
  of(subscribers.command('import'))
    .description('take in addresses that were confirmed elsewhere: CSV with a column "address", or an address a line')
    .argument('<file>', 'the file; "-" is standard input')
    .addOption(byOption())
    .requiredOption('--why <reason>', 'where and how they were confirmed; it is kept with each')
    .addHelpText(
      'after',
      '\nExample:\n  readout mail subscribers import list.csv --why "confirmed at the old list, May 2031"',
    )
    .action(async (file, options) => finish(await (await load()).importFrom(file, options)))
  ofWatch(subscribers.command('export').addOption(deskOption(desk)))
    .description('print all subscribers as CSV')
    .addOption(byOption())
    .addHelpText('after', '\nExample:\n  readout mail subscribers export > subscribers.csv')
    .action(async (options) => finish(await (await load()).exportAll(options)))
  of(subscribers.command('remove'))
    .description('take an address off the list; it is kept there as one that left, so that no list brings it back')
    .argument('<address>', 'as listed')
    .option('--bounced', 'because it takes no mail')
    .addOption(byOption())
    .option('--why <reason>', 'why; it is kept', '')
    .addHelpText(
      'after',
      '\nExample:\n  readout mail subscribers remove anna@reader.example --why "asked by telephone"',
    )
    .action(async (address, options) => finish(await (await load()).removeOne(address, options)))
  common(subscribers.command('erase'))
    .description(
      'erase an address from everything: the list, what was sent, the audit log; nothing is left to keep it from coming back',
    )
    .argument('<address>', 'as listed')
    .addOption(byOption())
    .addHelpText('after', '\nExample:\n  readout mail subscribers erase anna@reader.example')
    .action(async (address, options) => finish(await (await load()).eraseOne(address, options)))
}

function byOption(): Option {
  return new Option('--by <name>', 'who does it').env('READOUT_BY').default('')
}
