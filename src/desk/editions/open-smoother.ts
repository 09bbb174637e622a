// door: process
// The smoother that a desk's settings name. The key of the model stands in the environment alone: neither in the
// settings, nor in what is kept, nor in a message.
import { MODEL_BYTES } from '../../ingest/ask-model.ts'
import { openFetcher } from '../../ingest/fetch.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Settings } from '../settings.ts'
import { userAgentOf } from '../web/open-following.ts'
import type { Smoother } from './smooth-edition.ts'

/** Opens it; whoever opens it closes its fetcher. Throws SETTINGS_BROKEN where no model is set, or its key is missing. */
export function openSmoother(
  { smoothing, networks, contact }: Pick<Settings, 'smoothing' | 'networks' | 'contact'>,
  version: string,
  env: NodeJS.ProcessEnv = process.env,
): Smoother {
  const { address, model, keyVariable, timeoutSeconds, mostLines } = smoothing
  if (address === '') {
    const cure = 'set "smoothing" to {"address": "http://127.0.0.1:8080/v1", "model": "…"} in settings.json'
    throw new ReadoutError('SETTINGS_BROKEN', `no language model is set to smooth the wording; ${cure}`)
  }
  const key = keyVariable === '' ? undefined : env[keyVariable]
  if (keyVariable !== '' && !/^[\x21-\x7e]+$/.test(key?.trim() ?? '')) {
    const said = `the environment has no ${keyVariable} that can be sent, which "smoothing" names as the model's key`
    throw new ReadoutError('SETTINGS_BROKEN', `${said}; set it, or take it out of the settings`)
  }
  const url = new URL(address)
  const ms = timeoutSeconds * 1000
  const fetcher = openFetcher({
    userAgent: userAgentOf(version, contact),
    networks,
    ports: [Number(url.port) || (url.protocol === 'https:' ? 443 : 80)],
    caps: { receivedBytes: MODEL_BYTES, decodedBytes: MODEL_BYTES, idleMs: ms, totalMs: ms, redirects: 0 },
  })
  return { fetcher, address, model, mostLines, ...(key && { key: key.trim() }) }
}
