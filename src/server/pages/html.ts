// The type that pages are sent under.
export const HTML = 'text/html; charset=utf-8'
