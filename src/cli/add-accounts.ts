// The commands about who may do what: accounts, and tokens for programs.
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ROLES, SCOPES } from '../model/account.ts'
import { deskOption, JSON_HELP } from './options.ts'

type Finish = (status: number) => void

/** Adds them to the program. */
export function addAccounts(program: Command, finish: Finish, desk: string): void {
  const common = (command: Command): Command => command.addOption(deskOption(desk)).option('--json', JSON_HELP)
  addAccount(program.command('account'), common, finish)
  addToken(program.command('token'), common, finish)
}

function addAccount(account: Command, common: (command: Command) => Command, finish: Finish): void {
  const load = () => import('./account.ts')
  account.description('keep the accounts of a desk: add, list, set, remove, password, sessions')
  common(account.command('add'))
    .description('make an account; its password is asked for, or read from standard input')
    .argument('<name>', 'of a person, in any script')
    .addOption(roleOption().default('reader'))
    .addHelpText('after', '\nExample:\n  readout account add "Ada Orme" --role admin')
    .action(async (name, options) => finish(await (await load()).addOne(name, options)))
  common(account.command('list'))
    .description('list the accounts, what each may do, and when it last signed in')
    .addHelpText('after', '\nExample:\n  readout account list')
    .action(async (options) => finish(await (await load()).listAll(options)))
  common(account.command('set'))
    .description('change what an account may do; whoever is signed in under it is signed out')
    .argument('<name>', CALLED)
    .addOption(roleOption())
    .addOption(new Option('--disable', 'let nobody in under it').conflicts('enable'))
    .option('--enable', 'let people in again')
    .addHelpText('after', '\nExample:\n  readout account set "Ada Orme" --role editor')
    .action(async (name, options) => finish(await (await load()).setOne(name, options)))
  common(account.command('remove'))
    .description('remove an account with its sessions and tokens; what was decided under its name stays')
    .argument('<name>', CALLED)
    .addHelpText('after', '\nExample:\n  readout account remove "Ada Orme"')
    .action(async (name, options) => finish(await (await load()).removeOne(name, options)))
  common(account.command('password'))
    .description('set a password anew; it is asked for, or read from standard input')
    .argument('<name>', CALLED)
    .addHelpText('after', '\nExample:\n  readout account password "Ada Orme"')
    .action(async (name, options) => finish(await (await load()).setPasswordOf(name, options)))
  common(account.command('sessions'))
    .description('list where an account is signed in')
    .argument('<name>', CALLED)
    .option('--end', 'sign it out everywhere')
    .addHelpText('after', '\nExample:\n  readout account sessions "Ada Orme" --end')
    .action(async (name, options) => finish(await (await load()).sessionsOf(name, options)))
}

const CALLED = 'of an account; capitals do not matter'

function addToken(token: Command, common: (command: Command) => Command, finish: Finish): void {
  const load = () => import('./token.ts')
  token.description('keep the tokens that programs use: add, list, remove')
  common(token.command('add'))
    .description('make a token for an account and print it; it is shown this once')
    .argument('<name>', CALLED)
    .requiredOption('--label <label>', 'what it is for')
    .addOption(new Option('--scope <scope>', 'what it may do, and no more').choices(SCOPES).default('read'))
    .addOption(daysOption())
    .addHelpText('after', '\nExample:\n  readout token add "Ada Orme" --label "nightly export" --scope read --days 90')
    .action(async (name, options) => finish(await (await load()).addOne(name, options)))
  common(token.command('list'))
    .description('list the tokens, what each may do, until when, and when it was last used')
    .option('--account <name>', 'of this account only')
    .addHelpText('after', '\nExample:\n  readout token list')
    .action(async (options) => finish(await (await load()).listAll(options)))
  common(token.command('remove'))
    .description('revoke a token: it opens nothing any more')
    .argument('<id>', 'as listed, or the beginning of it')
    .addHelpText('after', '\nExample:\n  readout token remove 3f9a77c1')
    .action(async (id, options) => finish(await (await load()).removeOne(id, options)))
}

function roleOption(): Option {
  return new Option('--role <role>', 'what it may do; each role may do what those before it may').choices(ROLES)
}

function daysOption(): Option {
  const parse = (text: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 366) return Number(text)
    throw new InvalidArgumentError('Days are a number from 1 to 366.')
  }
  return new Option('--days <days>', 'how long it lasts').argParser(parse).default(90)
}
