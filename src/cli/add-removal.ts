// The commands that take words away for good.
import { type Command, Option } from 'commander'
import { deskOption, JSON_HELP } from './options.ts'

/** Adds `remove` and `retain`. */
export function addRemoval(program: Command, finish: (status: number) => void, desk: string): void {
  program
    .command('remove')
    .description(
      'remove reports for good, by law or for somebody’s safety: their bytes, their words, and what quotes them; that they were there, when and why they went stays. Without --yes it only says what would go',
    )
    .argument('[what...]', 'names of reports, addresses of pages, or ids of captures')
    .addOption(deskOption(desk))
    .addOption(new Option('--because <cause>', 'what asks for it').choices(['law', 'risk']).default('law'))
    .option('--why <reason>', 'why; it is kept and shown in their place, so put nothing into it that must go', '')
    .addOption(new Option('--by <name>', 'who removes it').env('READOUT_BY').default(''))
    .option('--yes', 'do it')
    .option('--close', 'finish what was begun: make the ledger anew and write the files anew')
    .option('--list', 'list what was removed, when and why')
    .option('--json', JSON_HELP)
    .addHelpText('after', EXAMPLES)
    .action(async (what, options) => finish(await (await import('./remove.ts')).removeReports(what, options)))
  program
    .command('retain')
    .description(
      'drop what the settings say is kept no longer: bytes of what is no report, and reports of stories that ended; never what an edition cites or somebody ruled on. Without --yes it only says what would go',
    )
    .addOption(deskOption(desk))
    .addOption(new Option('--by <name>', 'who drops it').env('READOUT_BY').default(''))
    .option('--yes', 'do it')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample:\n  readout retain\n  readout retain --yes --by "Ada Orme"')
    .action(async (options) => finish(await (await import('./retain.ts')).retainOnly(options)))
}

const EXAMPLES = `
Example:
  readout remove dam-offer --why "court order 12/2031"
  readout remove dam-offer --why "court order 12/2031" --by "Ada Orme" --yes
  readout remove --list`
