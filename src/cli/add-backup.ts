// The commands that keep a desk from being lost: backup and restore.
import type { Command } from 'commander'
import { deskOption, JSON_HELP } from './options.ts'

/** Adds them to the program. */
export function addBackup(
  program: Command,
  finish: (status: number) => void,
  { desk, version }: { readonly desk: string; readonly version: string },
): void {
  const load = () => import('./backup.ts')
  program
    .command('backup')
    .description(
      'write all that the desk holds at this moment into a new folder, whatever is written meanwhile: reports, decisions, accounts, subscribers, and what was made of them',
    )
    .argument('[folder]', 'where to; it must not be there yet')
    .addOption(deskOption(desk))
    .option('--in <folder>', 'make a folder in this one instead, named by the time')
    .option(
      '--no-derived',
      'without what can be made again from the reports: a tenth of the size, and hours to restore',
    )
    .option('--json', JSON_HELP)
    .addHelpText('after', BACKUP_EXAMPLES)
    .action(async (folder, options) => finish(await (await load()).backup(folder, options, version)))
  program
    .command('restore')
    .description('make a desk from a backup, in a folder that is not there yet, and prove that it is the one that was')
    .argument('<backup>', 'the folder that "readout backup" wrote')
    .addOption(deskOption(desk))
    .option('--check', 'only try it: restore it aside, check everything in it, and drop it again')
    .option('--json', JSON_HELP)
    .addHelpText('after', RESTORE_EXAMPLES)
    .action(async (folder, options) => finish(await (await load()).restore(folder, options)))
  program
    .command('manifest')
    .description(
      'make the manifest of today: up to where the log goes, in a file that vouches for all before; a served desk does so by itself',
    )
    .addOption(deskOption(desk))
    .option('--stamp', 'have the latest manifest stamped with the time by the authority that "stampAuthority" names')
    .addHelpText('after', MANIFEST_EXAMPLES)
    .action(async (options) => finish(await (await import('./manifest.ts')).makeManifest(options)))
}

const MANIFEST_EXAMPLES = `
Example:
  readout manifest
  readout manifest --stamp
  readout check --manifest /mnt/safe/2031-05-06.json`

const BACKUP_EXAMPLES = `
Example:
  readout backup /mnt/safe/desk-monday
  readout backup --in /mnt/safe`

const RESTORE_EXAMPLES = `
Example:
  readout restore /mnt/safe/desk-monday --desk /srv/desk
  readout restore /mnt/safe/desk-monday --check`
