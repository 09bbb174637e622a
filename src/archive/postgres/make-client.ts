// door: database
// One connection to the desk's database, told what it is for.
import pg, { type Client } from 'pg'
import { type Limits, type Purpose, settingsOf } from './sessions.ts'
import { types } from './values.ts'

export const CONNECT_MS = 5000

/** A connection that is ready to be asked. Rejects with the driver's error. */
export async function makeClient(url: string, purpose: Purpose, limits: Limits = {}): Promise<Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: `readout ${purpose}`,
    types,
  })
  client.on('error', () => {}) // between two questions; the next one is told
  try {
    await client.connect()
    await client.query(settingsOf(purpose, limits))
  } catch (error) {
    void client.end().catch(() => {})
    throw error
  }
  return client
}
