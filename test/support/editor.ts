import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { ROOT } from './run.ts';

/** An editor that speaks with a language server over its real protocol, in a folder. */
export interface Editor {
  readonly server: ChildProcess;
  readonly initialized: InitializeResult;
  uri(file: string): string;
  /** Opens a document, as it is on the disk or with another text. */
  open(file: string, text?: string): Promise<void>;
  /** Replaces the text of an open document. */
  type(file: string, text: string): Promise<void>;
  close(file: string): Promise<void>;
  /** The findings of a file once it has some that fit. */
  diagnostics(file: string, fits?: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  request<Answer>(method: string, params: object): Promise<Answer>;
  /** Asks at a place of a file: line and column from 0, in UTF-16 units. */
  ask<Answer>(method: string, file: string, line: number, character: number, more?: object): Promise<Answer>;
  notify(method: string, params: object): Promise<void>;
  on(method: string, answer: (params: never) => unknown): void;
  end(): Promise<number | null>;
}

interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly locale?: string;
  readonly settings?: object;
}

export const SALESPLAN: Command = { command: process.execPath, args: [join(ROOT, 'bin', 'salesplan.js'), 'lsp', '--stdio'] };

export async function startEditor(folder: string, { command, args, locale }: Command = SALESPLAN): Promise<Editor> {
  const server = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const waiting = watchDiagnostics(connection);
  connection.listen();
  const uri = (file: string) => pathToFileURL(join(folder, file)).href;
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: CAPABILITIES,
    ...(locale === undefined ? {} : { locale }),
  });
  await connection.sendNotification('initialized', {});
  let version = 1;
  const at = (file: string) => ({ textDocument: { uri: uri(file) } });
  return {
    server,
    initialized,
    uri,
    open: (file, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(file), languageId: 'yaml', version, text: text ?? readFileSync(join(folder, file), 'utf8') },
      }),
    type: (file, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version: ++version },
        contentChanges: [{ text }],
      }),
    close: (file) => connection.sendNotification('textDocument/didClose', at(file)),
    diagnostics: (file, fits = () => true) => waiting(uri(file), fits),
    request: (method, params) => connection.sendRequest(method, params),
    ask: (method, file, line, character, more = {}) =>
      connection.sendRequest(method, { ...at(file), position: { line, character }, ...more }),
    notify: (method, params) => connection.sendNotification(method, params),
    on: (method, answer) => void connection.onRequest(method, answer),
    end: () => endOf(server, connection),
  };
}

const CAPABILITIES = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } },
  window: { showDocument: { support: true } },
};

function watchDiagnostics(connection: MessageConnection) {
  type Wait = { readonly uri: string; fits(found: readonly Diagnostic[]): boolean; tell(found: readonly Diagnostic[]): void };
  const last = new Map<string, readonly Diagnostic[]>();
  const waits = new Set<Wait>();
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    last.set(uri, diagnostics);
    for (const wait of waits) if (wait.uri === uri && wait.fits(diagnostics) && waits.delete(wait)) wait.tell(diagnostics);
  });
  return (uri: string, fits: Wait['fits']): Promise<readonly Diagnostic[]> => {
    const known = last.get(uri);
    if (known && fits(known)) return Promise.resolve(known);
    return new Promise((tell) => void waits.add({ uri, fits, tell }));
  };
}

async function endOf(server: ChildProcess, connection: MessageConnection): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const code = await ended;
  connection.dispose();
  return code;
}
