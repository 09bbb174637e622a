// A server that speaks as language models do (POST …/chat/completions), and says what a test wants it to say.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Asked {
  readonly sentence: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** Answers by itself, or gives the words that the model says. */
export type Behave = (asked: Asked, response: ServerResponse) => string | undefined

export interface ModelServer extends AsyncDisposable {
  readonly address: string
  readonly asked: readonly Asked[]
}

/** Serves on a port of loopback until it is disposed of. */
export async function serveModel(behave: Behave): Promise<ModelServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    response.on('error', () => {})
    const body = await text(request)
    const question = JSON.parse(body)
    const user = JSON.parse(question.messages[1].content)
    const one = { sentence: user.sentence, headers: request.headers, body }
    asked.push(one)
    const said = behave(one, response)
    if (said === undefined) return
    response.setHeader('content-type', 'application/json')
    response.end(completionOf(said))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The answer as such servers wrap it. */
export function completionOf(said: unknown): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: said }, finish_reason: 'stop' }],
  })
}
