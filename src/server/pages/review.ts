// The addresses of reviewing: the queue and the draw, the form for one ruling, where forms are sent, what was decided, tags, and
// what is followed. Who decides is who is signed in; where a form leads back to is an address of this desk.
import { z } from 'zod'
import type { ReviewPages } from '../../desk/review-pages.ts'
import { returnAddress } from '../guard/return-address.ts'
import { defineRoute, type Route } from '../route.ts'
import { field } from './fields.ts'

const HTML = 'text/html; charset=utf-8'
const NOUNS = ['attribution', 'claim', 'entity', 'story', 'report'] as const
const ACTIONS = [
  'confirm',
  'reject',
  'correct',
  're-attribute',
  'merge',
  'split',
  'set kind',
  'note',
  'tag',
  'watch',
  'undo',
] as const
const KINDS = [
  ...['confirm', 'reject', 're-attribute', 'merge', 'split', 'same', 'different', 'correct', 'set kind'],
  ...['note', 'tag', 'watch', 'issue', 'follow', 'undo'],
] as const
