// door: file
// A figure as a PNG, for readers of mail that show no SVG: twice as many pixels as it is wide, on a light ground, in fonts that
// come with the program. Where the library is not installed or does not run, there is no picture, only its words.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Figure } from '../figure.ts'
import { renderSvgFile } from '../render-figure.ts'

const FONT = 'Readout Sans' // a name of our own, so that no font of the machine takes its place
const SCALE = 2

/** The picture as PNG; undefined where none can be made here. */
export async function paintPng(figure: Figure): Promise<Uint8Array | undefined> {
  const canvas = await loadCanvas()
  if (!canvas) return undefined
  const image = await canvas.loadImage(Buffer.from(renderSvgFile(figure, FONT)))
  const sheet = canvas.createCanvas(image.width * SCALE, image.height * SCALE)
  const brush = sheet.getContext('2d')
  brush.scale(SCALE, SCALE)
  brush.drawImage(image, 0, 0)
  return sheet.encode('png')
}

type Canvas = typeof import('@napi-rs/canvas')

let loaded: Promise<Canvas | undefined> | undefined

function loadCanvas(): Promise<Canvas | undefined> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Canvas | undefined> {
  try {
    const canvas = await import('@napi-rs/canvas')
    for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
      const path = fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${file}`))
      if (!existsSync(path) || !canvas.GlobalFonts.registerFromPath(path, FONT)) return undefined
    }
    return canvas
  } catch {
    return undefined // optional, and not there for every machine
  }
}
