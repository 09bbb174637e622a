// The commands that tell what a desk holds, try that all of it holds, and make it again.
import { type Command, Option } from 'commander'
import { dayOption, deskOption, JSON_HELP, sinceOption } from './options.ts'

/** Adds them to the program. */
export function addDesk(program: Command, finish: (status: number) => void, desk: string): void {
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
    .description(
      'verify every hash, the log, all evidence, every version of an edition and the lines of the latest; exit status 1 on any breach',
    )
    .argument('[backup]', 'the folder of a backup, which is tried by itself instead of a desk')
    .addOption(deskOption(desk))
    .option(
      '--manifest <file...>',
      'copies of manifests that were kept elsewhere, to hold the log of the desk or backup against',
    )
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      '\nExample:\n  readout check\n  readout check /mnt/safe/desk-monday --manifest 2031-05-06.json',
    )
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

const FIGURES = ['timeline', 'origins']

const CLAIM_TAIL = `
Example:
  readout claim 3f9a
  readout claim 3f9a --at 2031-05-06
  readout claim 3f9a --why
  readout claim 3f9a --svg origins > origins.svg`
