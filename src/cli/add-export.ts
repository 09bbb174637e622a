// The command that writes a desk into a folder or a web archive, and the one under it that hands out a case.
import type { Command } from 'commander'
import { addCase } from './add-case.ts'
import { deskOption, JSON_HELP } from './options.ts'

/** Adds it to the program, and those under it. */
export function addExport(
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
