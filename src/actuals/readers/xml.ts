import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What is called while XML goes by. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Walks XML piece by piece; yields after each piece, so that what a handler gathered can be taken away. Throws what the parser finds wrong. */
export function* walkXml(chunks: Iterable<Uint8Array>, handler: XmlHandler): Iterable<undefined> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const decoder = new TextDecoder();
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => handler.open(localName(name), attributes));
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('closetag', ({ name }) => handler.close(localName(name)));
  parser.on('error', (error) => {
    throw error;
  });
  for (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield undefined;
  }
  parser.write(decoder.decode()).close();
  yield undefined;
}

/** All at once. */
export function readXml(chunks: Iterable<Uint8Array>, handler: XmlHandler): void {
  for (const _ of walkXml(chunks, handler));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
