import {
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  LogMessageNotification,
  MessageType,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../model/finding.ts';
import { type Desk, deskOf } from './desk.ts';
import { diagnosticOf } from './diagnostics.ts';
import { startPublishing } from './publish.ts';
import { startSession } from './session.ts';
import type { Workspace } from './workspace.ts';

export interface Serving {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly version: string;
  /** The outside world, for an editor in a language (`zh-cn`). */
  workspace(locale: string | undefined): Workspace;
}

/** Speaks the Language Server Protocol until the editor ends it. The only file that does: what it answers is made by the others. */
export function serve({ input, output, version, workspace }: Serving): Promise<void> {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    attend(params, connection, documents, workspace(params.locale));
    return {
      serverInfo: { name: 'salesplan', version },
      capabilities: { positionEncoding: 'utf-16', textDocumentSync: TextDocumentSyncKind.Incremental },
    };
  });
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => connection.onExit(resolve));
}

function attend(params: InitializeParams, connection: Connection, documents: TextDocuments<TextDocument>, workspace: Workspace): void {
  const desk = deskOf(() => documents.all(), workspace);
  const session = startSession(workspace, () => desk.texts());
  const publishing = startPublishing({
    workspace,
    session,
    opened: () => desk.paths(),
    show: (path, findings) => show(path, findings, connection, desk),
    failed: (error) =>
      void connection.sendNotification(LogMessageNotification.type, {
        type: MessageType.Error,
        message: String(error instanceof Error ? error.stack : error),
      }),
  });
  const changed = (): void => {
    session.changed();
    publishing.wake();
  };
  documents.onDidChangeContent(changed);
  documents.onDidClose(changed);
  connection.onDidChangeWatchedFiles(changed);
  connection.onInitialized(() => watchFiles(params, connection));
}

async function show(path: string, findings: readonly Finding[], connection: Connection, desk: Desk): Promise<void> {
  const documentOf = await desk.documents(
    findings.flatMap(({ place, related }) => [place, ...related.map((each) => each.place)]).map(({ file }) => file),
  );
  const { uri } = documentOf(path);
  await connection.sendDiagnostics({ uri, diagnostics: findings.map((finding) => diagnosticOf(finding, documentOf)) });
}

/** A plan changes on the disk as well: parts that are not open, and the tables that it reads. */
function watchFiles(params: InitializeParams, connection: Connection): void {
  if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  void connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/*.{yaml,yml,csv,tsv}' }],
  });
}
