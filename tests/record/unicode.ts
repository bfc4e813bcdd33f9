/** A writing system of Unicode, with its letters and the marks that stand on them. */
export interface Script {
  readonly name: string;
  readonly letters: readonly string[];
  readonly marks: readonly string[];
}

/** All scripts with letters. Those that this Node knows and the list does not are one, called "other". */
export function scripts(): Script[] {
  const found = new Map<string, { letters: string[]; marks: string[] }>();
  for (const character of characters(/^[\p{L}\p{M}]$/u)) {
    const name = scriptOf(character);
    const script = found.get(name) ?? { letters: [], marks: [] };
    found.set(name, script);
    (/\p{M}/u.test(character) ? script.marks : script.letters).push(character);
  }
  return [...found].flatMap(([name, script]) => (script.letters.length === 0 ? [] : [{ name, ...script }]));
}

/** All characters that the pattern describes. */
export function characters(pattern: RegExp): string[] {
  return [...Array(0x11_0000).keys()]
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => pattern.test(character));
}

/** The codes of ISO 15924 that Unicode 17 uses; an older Node does not know some. */
const CODES =
  `Adlm Aghb Ahom Arab Armi Armn Avst Bali Bamu Bass Batk Beng Berf Bhks Bopo Brah Bugi Buhd Cakm Cans Cari Cham Cher
  Chrs Copt Cpmn Cprt Cyrl Deva Diak Dogr Dsrt Dupl Egyp Elba Elym Ethi Gara Geor Glag Gong Gonm Goth Gran Grek Gujr
  Gukh Guru Hang Hani Hano Hatr Hebr Hira Hluw Hmng Hmnp Hung Ital Java Kali Kana Kawi Khar Khmr Khoj Kits Knda Krai
  Kthi Lana Laoo Latn Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Mlym Modi Mong
  Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkoo Nshu Ogam Olck Onao Orkh Orya Osge Osma Ougr Palm Pauc Perm Phag
  Phli Phlp Phnx Plrd Prti Rjng Rohg Runr Samr Sarb Saur Shaw Shrd Sidd Sidt Sind Sinh Sogd Sogo Sora Soyo Sund Sunu
  Sylo Syrc Tagb Takr Tale Talu Taml Tang Tavt Tayo Telu Tfng Tglg Thaa Thai Tibt Tirh Tnsa Todr Tols Toto Tutg Ugar
  Vaii Vith Wara Wcho Xpeo Xsux Yezi Yiii Zanb Zinh Zyyy`.split(/\s+/);

const SCRIPTS = CODES.flatMap((code) => {
  try {
    return [{ code, pattern: new RegExp(`\\p{Script=${code}}`, 'u') }];
  } catch {
    return [];
  }
});

/** Neighbours are mostly of one script, which is tried first. */
let latest = SCRIPTS[0]!;

function scriptOf(character: string): string {
  if (latest.pattern.test(character)) return latest.code;
  const script = SCRIPTS.find(({ pattern }) => pattern.test(character));
  if (script === undefined) return 'other';
  latest = script;
  return script.code;
}
