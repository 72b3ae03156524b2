import type { Language } from '../model/language.ts';
import { initText } from '../text/init-text.ts';

/** How lists to choose from look: the keys under them in the person's language. */
export function promptTheme(language: Language) {
  return { style: { keysHelpTip: () => initText[language].keys } };
}
