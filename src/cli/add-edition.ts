// The commands that print the edition, serve the desk as pages, and answer a language model.
import { type Command, Option } from 'commander'
import { addEditing } from './add-editing.ts'
import { addEditionExport } from './add-edition-export.ts'
import { deskOption, logOption, portOption } from './options.ts'

/** Adds them to the program, and those under the edition. */
export function addEdition(program: Command, finish: (status: number) => void, desk: string): void {
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
