import type {
  CodeAction,
  CompletionItem,
  CompletionItemKind,
  DocumentSymbol,
  Location,
  Position,
  Hover as ProtocolHover,
  Range,
  SymbolKind,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../model/language.ts';
import { lspText } from '../text/lsp-text.ts';
import { type Action, actionsAt } from './actions.ts';
import { completionsAt, type Suggestion } from './complete.ts';
import type { Desk } from './desk.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Known } from './facts.ts';
import { definitionsAt, referencesAt } from './go-to.ts';
import { hoverAt } from './hover.ts';
import { type Manuscript, manuscriptReader, type Page, type Stretch } from './manuscript.ts';
import { type NodeAt, nodeAt } from './node-at.ts';
import { renamableAt, renameAt } from './rename.ts';
import type { FoundPlan, Session } from './session.ts';
import { type Symbol as Entry, symbolsOf } from './symbols.ts';
import type { Workspace } from './workspace.ts';

/** The answers to an editor's questions about a place in a document, in the protocol's words; nothing where there is none. */
export interface Answers {
  complete(uri: string, position: Position): Promise<CompletionItem[]>;
  hover(uri: string, position: Position): Promise<ProtocolHover | null>;
  definitions(uri: string, position: Position): Promise<Location[]>;
  references(uri: string, position: Position, withDefinition: boolean): Promise<Location[]>;
  renamable(uri: string, position: Position): Promise<{ range: Range; placeholder: string } | null>;
  rename(uri: string, position: Position, to: string): Promise<WorkspaceEdit | { readonly refused: string }>;
  symbols(uri: string): Promise<DocumentSymbol[]>;
  actions(uri: string, range: Range, canShow: boolean): Promise<CodeAction[]>;
}

/** A document of a plan, with all that is known of it. */
interface Here {
  readonly plan: FoundPlan;
  readonly manuscript: Manuscript;
  readonly page: Page;
  readonly document: TextDocument;
  readonly language: Language;
  documentOf(path: string): TextDocument;
}

/** The editor's command that puts the cursor where a reason is to be written. */
export const WRITE_REASON = 'salesplan.writeReason';

export function answersFrom(desk: Desk, session: Session, workspace: Workspace): Answers {
  const read = manuscriptReader();
  const hereAt = async (uri: string): Promise<Here | undefined> => {
    const path = workspace.pathOf(uri);
    const plan = path === undefined ? undefined : await session.planOf(path);
    if (path === undefined || !plan) return undefined;
    const manuscript = read(filesOf(plan, desk.texts()));
    const page = manuscript.pages.find(({ file }) => file.path === path);
    const documentOf = await desk.documents(manuscript.pages.map(({ file }) => file.path));
    return page && { plan, manuscript, page, document: documentOf(path), language: (plan.sound ?? plan.open).language, documentOf };
  };
  const nodeOf = (here: Here, position: Position): NodeAt | undefined => nodeAt(here.page, here.document.offsetAt(position));
  return {
    complete: async (uri, position) => {
      const here = await hereAt(uri);
      if (!here) return [];
      const found = completionsAt(here.manuscript, here.page, here.document.offsetAt(position), here.language);
      return found.map((suggestion, index) => itemOf(suggestion, index, here));
    },
    hover: async (uri, position) => {
      const here = await hereAt(uri);
      const found =
        here && (await hoverAt(here.manuscript, here.page, here.document.offsetAt(position), here.language, () => knownOf(here)));
      return found ? { contents: { kind: 'markdown', value: found.markdown }, range: rangeOf(found.stretch, here.document) } : null;
    },
    definitions: async (uri, position) => {
      const here = await hereAt(uri);
      const node = here && nodeOf(here, position);
      return here && node ? definitionsAt(here.manuscript, node).map((stretch) => locationOf(stretch, here)) : [];
    },
    references: async (uri, position, withDefinition) => {
      const here = await hereAt(uri);
      const node = here && nodeOf(here, position);
      return here && node ? referencesAt(here.manuscript, node, withDefinition).map((stretch) => locationOf(stretch, here)) : [];
    },
    renamable: async (uri, position) => {
      const here = await hereAt(uri);
      const node = here && nodeOf(here, position);
      const mention = here && node && renamableAt(here.manuscript, node);
      return mention ? { range: rangeOf(node.stretch, here.document), placeholder: mention.id } : null;
    },
    rename: async (uri, position, to) => {
      const here = await hereAt(uri);
      const node = here && nodeOf(here, position);
      const renaming = here && node ? renameAt(here.manuscript, node, to) : ({ is: 'no-id' } as const);
      if (!here || renaming.is !== 'edits')
        return { refused: lspText[here?.language ?? 'en'].cannotRename[renaming.is === 'edits' ? 'no-id' : renaming.is] };
      return editOf(renaming.edits, here);
    },
    symbols: async (uri) => {
      const here = await hereAt(uri);
      return here ? symbolsOf(here.page, here.language).map((entry) => symbolOf(entry, here.document)) : [];
    },
    actions: async (uri, range, canShow) => {
      const here = await hereAt(uri);
      if (!here) return [];
      const findings = await here.plan.open.findings();
      const lines = { from: range.start.line + 1, to: range.end.line + 1 };
      const { path, text } = here.page.file;
      return actionsAt({ path, text }, findings, lines, here.language).map((action) => actionOf(action, here, canShow));
    },
  };
}

/** All files of the plan as they stand; where its own file is broken, those that it had. */
function filesOf({ open, sound }: FoundPlan, texts: ReadonlyMap<string, string>) {
  const there = new Set(open.files.map(({ path }) => path));
  const others = open.plan ? [] : (sound?.files ?? []).filter(({ path }) => !there.has(path));
  return [...open.files, ...others].map(({ path, text }) => ({ path, text: texts.get(path) ?? text }));
}

/** While a plan is broken, what was computed when it was whole last. */
async function knownOf({ plan: { open, sound } }: Here): Promise<Known | undefined> {
  const whole = open.plan ? open : sound;
  if (!whole?.plan) return undefined;
  const { plan, language } = whole;
  return { plan, language, trees: await whole.trees(), progress: await whole.progress() };
}

function rangeOf({ start, end }: Stretch, document: TextDocument): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function locationOf(stretch: Stretch, { documentOf }: Here): Location {
  const document = documentOf(stretch.path);
  return { uri: document.uri, range: rangeOf(stretch, document) };
}

function editOf(edits: Action['edits'], { documentOf }: Here): WorkspaceEdit {
  const changes: Record<string, { range: Range; newText: string }[]> = {};
  for (const { stretch, text } of edits) {
    const document = documentOf(stretch.path);
    changes[document.uri] = [...(changes[document.uri] ?? []), { range: rangeOf(stretch, document), newText: text }];
  }
  return { changes };
}

/** As the protocol numbers them: a key is a property, an id a reference, a word a member of an enumeration. */
const ITEM_KINDS: Readonly<Record<Suggestion['is'], CompletionItemKind>> = { key: 10, id: 18, word: 20 };

function itemOf({ label, is, detail, about, text, stretch }: Suggestion, index: number, { document }: Here): CompletionItem {
  return {
    label,
    kind: ITEM_KINDS[is],
    sortText: String(index).padStart(4, '0'),
    filterText: detail === undefined || is !== 'id' ? label : `${label} ${detail}`,
    textEdit: { range: rangeOf(stretch, document), newText: text },
    ...(detail === undefined ? {} : { detail }),
    ...(about === undefined ? {} : { documentation: { kind: 'markdown', value: about } }),
  };
}

const [MODULE, OBJECT, FIELD]: readonly [SymbolKind, SymbolKind, SymbolKind] = [2, 19, 8];

function symbolOf({ name, detail, is, whole, own, children }: Entry, document: TextDocument): DocumentSymbol {
  return {
    name,
    detail,
    kind: is === 'section' ? MODULE : is === 'entry' ? FIELD : OBJECT,
    range: rangeOf(whole, document),
    selectionRange: rangeOf(own, document),
    children: children.map((child) => symbolOf(child, document)),
  };
}

function actionOf(action: Action, here: Here, canShow: boolean): CodeAction {
  const { is, title, findings, edits, goOn } = action;
  const { uri } = here.document;
  return {
    title,
    kind: is === 'fix-all' ? 'source.fixAll.salesplan' : 'quickfix',
    diagnostics: is === 'fix-all' ? [] : findings.map((finding) => diagnosticOf(finding, here.documentOf)),
    edit: editOf(edits, here),
    ...(is === 'fix' && findings.every(({ fix }) => fix?.safe) ? { isPreferred: true } : {}),
    ...(goOn && canShow ? { command: { title, command: WRITE_REASON, arguments: [uri, goOn] } } : {}),
  };
}
