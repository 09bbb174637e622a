// The whole command line: the groups of commands in the order of the help, and the options that all take. What a command does is
// loaded only when it is run, so that `--help` and the quick ones need not wait for the parser, the reader, the database and the server.
import { Command } from 'commander'
import { ReadoutError } from '../model/errors.ts'
import { addAccounts } from './add-accounts.ts'
import { addBackup } from './add-backup.ts'
import { addDecisions } from './add-decisions.ts'
import { addDesk } from './add-desk.ts'
import { addEdition } from './add-edition.ts'
import { addExport } from './add-export.ts'
import { addIntake } from './add-intake.ts'
import { addMail } from './add-mail.ts'
import { addMove } from './add-move.ts'
import { addRemoval } from './add-removal.ts'
import { addRooms } from './add-rooms.ts'
import { addStatus } from './add-status.ts'
import { addWatches } from './add-watches.ts'
import { addWeb } from './add-web.ts'
import { addWork } from './add-work.ts'
import { DEFAULT_DESK } from './options.ts'

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
  program.hook('preAction', (_root, command) => refuseForeign(command))
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

// A command with others under it takes its own options wherever they stand in the line: one that the other has not is named, instead
// of doing nothing there.
function refuseForeign(command: Command): void {
  const own = new Set(command.options.map((option) => option.attributeName()))
  for (let above = command.parent; above?.parent; above = above.parent) {
    const { options } = above
    const foreign = options.find((option) => {
      const name = option.attributeName()
      return above?.getOptionValueSource(name) === 'cli' && !own.has(name)
    })
    if (!foreign) continue
    const name = `readout ${above.name()} ${command.name()}`
    throw new ReadoutError('USAGE', `"${name}" takes no ${foreign.long}; "${name} --help" names what it takes`)
  }
}

const TAIL = `
Exit status: 0 done, 1 the work found a fault, 2 wrong use.
Examples:
  readout start                     take in the bundled sample and show it in a browser
  readout add reports/ --desk desk  take in a folder of reports
  readout ledger                    who said what, on whose word, and who denied it`
