// What a desk is told once, in its settings.json: who to write to, how politely to ask, which networks it may enter.
import { z } from 'zod'
import { parseNetworks } from '../ingest/fetching/guard-address.ts'
import { ReadoutError } from '../model/errors.ts'
import { parseMailbox } from '../model/mail-address.ts'
import { limitsShape } from './ops/limit-settings.ts'
import { keepingShape } from './removal/keeping-settings.ts'
import { watchesShape } from './watch-settings.ts'

const HOUR = 60
const minutes = z.number().int().min(1).max(525_600)

const PLAIN = /^[\x20-\x7e]*$/
const PLAIN_WANTED = 'plain letters only: it is sent in a header'

const mailbox = z
  .string()
  .max(320)
  .default('')
  .superRefine((text, { addIssue }) => {
    const found = text === '' ? undefined : parseMailbox(text)
    if (typeof found === 'string') addIssue({ code: 'custom', message: `${found}; write it like news@desk.example` })
  })

/** How a connection to the mail server is guarded. */
export const MAIL_SECURITY = ['starttls', 'tls', 'none'] as const

const shape = z.strictObject({
  contact: z
    .string()
    .max(200)
    .regex(PLAIN, PLAIN_WANTED)
    .default('')
    .describe('an e-mail address or page, sent with every request, so that a publisher can reach you'),
  networks: z
    .array(
      z.string().refine(isRange, {
        error: ({ input }) => `"${input}" is no range of addresses; write it like 192.168.7.0/24`,
      }),
    )
    .default([])
    .describe('address ranges beside the public internet that may be asked, such as 10.20.0.0/16'),
  ports: z
    .array(z.number().int().min(1).max(65_535))
    .default([80, 443, 8080, 8443])
    .describe('ports that may be asked'),
  hostGapSeconds: z.number().min(0).max(3600).default(5).describe('between two requests to one host'),
  inFlight: z.number().int().min(1).max(64).default(8).describe('hosts that are asked at the same time'),
  feedMinutes: z
    .strictObject({ least: minutes.default(15), most: minutes.default(6 * HOUR) })
    .refine(({ least, most }) => least <= most, 'least is more than most')
    .prefault({})
    .describe('between two requests for a feed, by how often it brings something'),
  askAgainMinutes: z
    .array(minutes)
    .max(20)
    .default([HOUR, 24 * HOUR, 7 * 24 * HOUR])
    .describe('after a page was first had, when it is asked for again'),
  itemsAtOnce: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(500)
    .describe('pages taken from a feed at a time, the newest'),
  excerptCharacters: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(300)
    .describe('around what is cited, shown to readers who are not of the desk'),
  publicAddress: z
    .string()
    .refine(isOrigin, 'an address without a path is wanted, such as https://desk.example')
    .transform((text) => new URL(text).origin)
    .optional()
    .describe('where others find the desk, such as that of the proxy before it: https://desk.example'),
  proxies: z
    .array(
      z.string().refine(isRange, {
        error: ({ input }) => `"${input}" is no range of addresses; write it like 192.168.7.0/24`,
      }),
    )
    .default([])
    .describe('address ranges of proxies before the desk, whose word on who asks is taken; this machine is one'),
  watches: watchesShape,
  smoothing: z
    .strictObject({
      address: z
        .string()
        .max(500)
        .refine((text) => text === '' || isBase(text), 'an address is wanted, such as http://127.0.0.1:8080/v1')
        .default(''),
      model: z.string().max(200).default(''),
      keyVariable: z
        .string()
        .regex(
          /^(?:READOUT_[A-Z0-9_]*KEY)?$/,
          'the name of an environment variable is wanted, such as READOUT_SMOOTHING_KEY',
        )
        .default(''),
      timeoutSeconds: z.number().int().min(1).max(600).default(60),
      mostLines: z.number().int().min(1).max(500).default(40),
    })
    .refine(({ address, model }) => address === '' || model !== '', 'an address is set, but no model')
    .prefault({})
    .describe(
      'a language model that smooths the wording of lines: off without an address; the key stands in the environment',
    ),
  stampAuthority: z
    .string()
    .max(500)
    .refine((text) => text === '' || isBase(text), 'an address is wanted, such as https://tsa.example/tsr')
    .default('')
    .describe('an authority by RFC 3161 that stamps the manifest of each day with the time; empty: none is asked'),
  mailHost: z
    .string()
    .regex(/^[A-Za-z0-9.:-]*$/, 'a name or an address of a machine, such as smtp.desk.example')
    .max(253)
    .default('')
    .describe('the server that mail is handed to; empty: nothing is mailed'),
  mailPort: z.number().int().min(1).max(65_535).default(587).describe('the port of that server'),
  mailSecurity: z
    .enum(MAIL_SECURITY)
    .default('starttls')
    .describe(
      'starttls: TLS is begun, or nothing is sent; tls: from the first byte (port 465); none: in the open, without a password',
    ),
  mailUser: z
    .string()
    .max(320)
    .regex(PLAIN, PLAIN_WANTED)
    .default('')
    .describe('whom the server knows you as; empty: it asks for nobody'),
  mailPasswordFrom: z
    .string()
    .regex(
      /^READOUT_[A-Z0-9_]*PASSWORD$/, // else any secret of the process could be sent to any mail server
      'the name of a variable, such as READOUT_MAIL_PASSWORD; the password itself is kept nowhere',
    )
    .default('READOUT_MAIL_PASSWORD')
    .describe('the variable of the environment that holds the password'),
  mailFrom: mailbox.describe('whom mail is from: news@desk.example, or The desk <news@desk.example>'),
  mailReplyTo: mailbox.describe('where answers go; empty: to whom it is from'),
  mailPerMinute: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(60)
    .describe('mails handed to the server in a minute, at most'),
  mailSignUp: z
    .enum(['off', 'on'])
    .default('off')
    .describe('on: anybody may ask for the editions at /subscribe, and confirms by mail'),
  ...limitsShape,
  ...keepingShape,
})

/** The settings of a desk, each with its default where the file is silent. */
export type Settings = z.infer<typeof shape>

/** The defaults. */
export const DEFAULTS: Settings = shape.parse({})

/** One line of the table of settings. */
export interface SettingLine {
  readonly name: keyof Settings
  readonly value: string // JSON
  readonly about: string
}

/** Values by the name of the setting, as they were written. */
export type SettingValues = Readonly<Partial<Record<keyof Settings, unknown>>>

/** Their names, in the order of the table. */
export const SETTING_NAMES = Object.keys(shape.shape) as readonly (keyof Settings)[]

/**
 * The settings in a file's text, and over them those that were set elsewhere and are sound. Throws SETTINGS_BROKEN, naming the place, what
 * stands there and what may.
 */
export function parseSettings(text: string, path: string, over: SettingValues = {}): Settings {
  const found = shape.safeParse(parseJson(text, path))
  if (found.success) {
    const set = Object.entries(over).map(([name, value]) => [name, shape.shape[name as keyof Settings].parse(value)])
    return { ...found.data, ...Object.fromEntries(set) }
  }
  const said = found.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`).join('; ')
  throw new ReadoutError('SETTINGS_BROKEN', `${path}: ${said}; "readout settings" lists what can be set`)
}

/** What is wrong with the value of a setting, in words; undefined: nothing. */
export function faultOf(name: keyof Settings, value: unknown): string | undefined {
  const { error } = shape.shape[name].safeParse(value)
  const place = (key: PropertyKey): string => (typeof key === 'number' ? `no. ${key + 1}` : String(key))
  return error?.issues.map(({ path, message }) => [...path.map(place), message].join(': ')).join('; ')
}

/** What a file's text sets, by name; nothing where it is no object. Throws SETTINGS_BROKEN where it is no JSON. */
export function readObject(text: string, path: string): SettingValues {
  const value = parseJson(text, path)
  return typeof value === 'object' && value !== null ? value : {}
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) // some editors begin a file with a mark
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ReadoutError('SETTINGS_BROKEN', `${path}: no JSON (${said}); mend it or delete it for the defaults`)
  }
}

/** All settings in order, with what each is for. */
export function listSettings(settings: Settings): SettingLine[] {
  return SETTING_NAMES.map((name) => {
    return { name, value: JSON.stringify(settings[name] ?? null), about: shape.shape[name].description ?? '' }
  })
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(url.href.toLowerCase())
  )
}

function isBase(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === ''
}

function isRange(text: string): boolean {
  try {
    parseNetworks([text])
    return true
  } catch {
    return false // what is wrong with it is said where it stands
  }
}
