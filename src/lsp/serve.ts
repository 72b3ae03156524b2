import {
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  LogMessageNotification,
  MessageType,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../model/finding.ts';
import { type Answers, answersFrom, WRITE_REASON } from './answers.ts';
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

const CAPABILITIES: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: [' ', '{', '[', ','] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.salesplan'] },
  executeCommandProvider: { commands: [WRITE_REASON] },
};

/** Speaks the Language Server Protocol until the editor ends it. The only file that does: what it answers is made by the others. */
export function serve({ input, output, version, workspace }: Serving): Promise<void> {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    attend(params, connection, documents, workspace(params.locale));
    return {
      serverInfo: { name: 'salesplan', version },
      capabilities: CAPABILITIES,
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
  answer(connection, answersFrom(desk, session, workspace), params.capabilities.window?.showDocument?.support === true);
}

function answer(connection: Connection, answers: Answers, canShow: boolean): void {
  connection.onCompletion(({ textDocument, position }) => answers.complete(textDocument.uri, position));
  connection.onHover(({ textDocument, position }) => answers.hover(textDocument.uri, position));
  connection.onDefinition(({ textDocument, position }) => answers.definitions(textDocument.uri, position));
  connection.onReferences(({ textDocument, position, context }) =>
    answers.references(textDocument.uri, position, context.includeDeclaration),
  );
  connection.onPrepareRename(({ textDocument, position }) => answers.renamable(textDocument.uri, position));
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const renamed = await answers.rename(textDocument.uri, position, newName);
    return 'refused' in renamed ? new ResponseError(ErrorCodes.InvalidParams, renamed.refused) : renamed;
  });
  connection.onDocumentSymbol(({ textDocument }) => answers.symbols(textDocument.uri));
  connection.onCodeAction(({ textDocument, range }) => answers.actions(textDocument.uri, range, canShow));
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    const [uri, at] = given;
    if (command === WRITE_REASON) await connection.window.showDocument({ uri, takeFocus: true, selection: { start: at, end: at } });
  });
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
