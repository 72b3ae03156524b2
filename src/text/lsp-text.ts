import type { Language } from '../model/language.ts';

export interface LspText {
  readonly onTerminal: string;
  readonly onTerminalHint: string;
}

/** What the language server says. */
export const lspText: Readonly<Record<Language, LspText>> = {
  en: {
    onTerminal: 'lsp talks to an editor, not to a person',
    onTerminalHint:
      'Set your editor up to start "salesplan lsp" for YAML files: docs/editors.md shows how. For a person there is "salesplan check".',
  },
  zh: {
    onTerminal: 'lsp 是给编辑器用的，不与人对话',
    onTerminalHint: '请让编辑器为 YAML 文件启动“salesplan lsp”，设置方法见 docs/editors.zh.md。人工检查请用“salesplan check”。',
  },
};
