import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acronymOf, initialsOf, nameOf } from '../../src/resolving/names.ts';
import { initialsScore, nameScore, type WordWeights } from '../../src/resolving/nameScore.ts';

/** The longer a word, the more it tells. */
const WEIGHTS: WordWeights = { of: ({ latin }) => latin.length, holders: () => 1, rarest: 10 };

const score = (a: string, b: string): number => nameScore(nameOf(a), nameOf(b), WEIGHTS);

test.each([
  ['Amir Khan Muttaqi', 'amir khan muttaqi', ['amir', 'khan', 'muttaqi']],
  ['Сергей  Лавров', 'сергей лавров', ['sergey', 'lavrov']],
  ['Сергей'.normalize('NFD'), 'сергей', ['sergey']],
  ["Jama'atu  al-Jihad (Ѵ)", 'jamaatu al jihad ѵ', ['jamaatu', 'al', 'jihad', 'y']],
  ['ÅNGSTRÖM, Zoë', 'ångström zoë', ['angstrom', 'zoe']],
  ['علی خامنه‌ای', 'علی خامنهای', ['ely', 'khamnhay']],
  ['خالد المالكي', 'خالد المالكي', ['khald', 'al', 'malky']],
  ['ﬁnal ２', 'final 2', ['final', '2']],
  ['…', '', []],
])('the letters and the Latin words of %s', (name, exact, words) => {
  expect(nameOf(name).exact).toBe(exact);
  expect(nameOf(name).words.map(({ latin }) => latin)).toEqual(words);
});

test('the family name of a person may stand first, before a comma', () => {
  expect(nameOf('Lavrov, Sergey', true).exact).toBe('sergey lavrov');
  expect(nameOf('Ministry of Health, Kabul').exact).toBe('ministry of health kabul');
});

test.each([
  ['muhammad', 'mohamed'],
  ['taliban', 'طالبان'],
  ['shoigu', 'shoygu'],
])('%s and %s have one skeleton', (a, b) => {
  expect(nameOf(a).words[0]?.skeleton).toBe(nameOf(b).words[0]?.skeleton);
});

describe('The score of two names', () => {
  test.each([
    ['Sergey Lavrov', 'SERGEY  LAVROV'],
    ['Al-Shabaab', 'al shabaab'],
    ["Jama'atu Ansar", 'Jama’atu Ansar'],
    ['Зеленський', 'ЗЕЛЕНСЬКИЙ'],
    ['שמעון פרס', 'שמעון־פרס'],
    ['ガッテン', 'ｶﾞｯﾃﾝ'],
  ])('%s and %s are equal', (a, b) => {
    expect(score(a, b)).toBe(1);
  });

  test.each([
    // Another order, another script, other marks on one side.
    ['Lavrov Sergey', 'Sergey Lavrov', 0.99, 0.99],
    ['Сергей Лавров', 'Sergey Lavrov', 0.99, 0.99],
    ['Recep Tayyip Erdoğan', 'Recep Tayyip Erdogan', 0.99, 0.99],
    ['Nguyễn Phú Trọng', 'Nguyen Phu Trong', 0.99, 0.99],
    ['Al Shabaab', 'Alshabaab', 0.98, 0.98],
    ['习近平', 'Xi Jinping', 0.98, 0.98],
    ['Sergey Lavrov', 'Sergey Viktorovich Lavrov', 0.8, 0.97],
    ['Sergei Shoigu', 'Sergey Shoygu', 0.85, 0.97],
    ['Sergey Lavrov', 'Lavrov', 0, 0.7],
    ['Iran', 'Iraq', 0, 0],
    ['Battalion 5', 'Battalion 6', 0, 0.9],
    ['Sergey Lavrov', 'Amir Khan Muttaqi', 0, 0],
    ['…', '!', 0, 0],
  ])('%s and %s', (a, b, least, most) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(least);
    expect(score(a, b)).toBeLessThanOrEqual(most);
  });

  // Well-known names in their own script, and as English texts write them.
  test.each([
    ['Arabic', 'محمود عباس', 'Mahmoud Abbas'],
    ['Arabic', 'نوري المالكي', 'Nouri al-Maliki'],
    ['Persian', 'محمد جواد ظریف', 'Mohammad Javad Zarif'],
    ['Hebrew', 'שמעון פרס', 'Shimon Peres'],
    ['Cyrillic', 'Евгений Пригожин', 'Yevgeny Prigozhin'],
    ['Ukrainian', 'Володимир Зеленський', 'Volodymyr Zelenskyy'],
    ['Kazakh', 'Қасым-Жомарт Тоқаев', 'Kassym-Jomart Tokayev'],
    ['Greek', 'Αλέξης Τσίπρας', 'Alexis Tsipras'],
    ['Georgian', 'მიხეილ სააკაშვილი', 'Mikheil Saakashvili'],
    ['Armenian', 'Նիկոլ Փաշինյան', 'Nikol Pashinyan'],
    ['Devanagari', 'नरेन्द्र मोदी', 'Narendra Modi'],
    ['Bengali', 'শেখ হাসিনা', 'Sheikh Hasina'],
    ['Tamil', 'வேலுப்பிள்ளை பிரபாகரன்', 'Velupillai Prabhakaran'],
    ['Thai', 'ทักษิณ ชินวัตร', 'Thaksin Shinawatra'],
    ['Hangul', '문재인', 'Moon Jae-in'],
    ['Han', '胡锦涛', 'Hu Jintao'],
    ['Kana', 'バラク・オバマ', 'Barack Obama'],
    ['Ethiopic', 'አቢይ አህመድ', 'Abiy Ahmed'],
  ])('in two scripts (%s): %s and %s are alike, but not equal', (_, a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(0.85);
    expect(score(a, b)).toBeLessThan(1);
  });

  // Different names to which any-ascii gives the same letters.
  test.each([
    ['Arabic', 'علي', 'عالي'],
    ['Hebrew', 'שימון', 'סימון'],
    ['Cyrillic', 'Игорь', 'Ігор'],
    ['Greek', 'Ηω', 'Ιο'],
    ['Georgian', 'კარი', 'ქარი'],
    ['Armenian', 'Կարո', 'Քարո'],
    ['Devanagari', 'टीका', 'तीका'],
    ['Tamil', 'வாழை', 'வாலை'],
    ['Thai', 'ขาว', 'ข้าว'],
    ['Han', '王毅', '王義'],
    ['Ethiopic', 'ጸሐይ', 'ፀሃይ'],
    ['Latin', 'Nguyễn', 'Nguyên'],
  ])('that both lost letters (%s): %s and %s are not the same words', (_, a, b) => {
    expect(score(a, b)).toBeLessThanOrEqual(0.9);
  });

  const anyWord = fc.oneof(
    fc.constantFrom('sergey', 'sergei', 'lavrov', 'lavrow', 'al', 'haqqani', 'haqani', 'Лавров', 'Nguyễn'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).filter((text) => !text.includes(',')),
  );
  const anyName = fc.array(anyWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

  test('is one from 0 to 1, whichever comes first, and 1 for equal names alone', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const found = score(a, b);
        expect(found).toBeCloseTo(score(b, a), 9);
        expect(found >= 0 && found <= 1).toBe(true);
        expect(found === 1).toBe(nameOf(a).exact !== '' && nameOf(a).exact === nameOf(b).exact);
      }),
    );
  });
});

test.each([
  ['OFAC', 'Office of Foreign Assets Control', 0.9],
  ['Office of Foreign Assets Control', 'O.F.A.C.', 0.9],
  ['МИД', 'Министерство иностранных дел', 0.9],
  ['EU', 'European Union', 0.85],
  ['OFAC', 'OFAC', 0],
  ['of', 'Of Foreign', 0],
  ['OFAC', 'Office of Financial Aid', 0],
  ['Ofac Trading', 'Office of Foreign Assets Control', 0],
])('%s and %s, by their initials: %d', (a, b, expected) => {
  expect(initialsScore(nameOf(a), nameOf(b))).toBe(expected);
});

test('initials count the small words or leave them out', () => {
  expect(initialsOf(nameOf('Ministry of Foreign Affairs'))).toEqual(['mofa', 'mfa']);
  expect(acronymOf(nameOf('U.N.'))).toBe('un');
  expect(acronymOf(nameOf('Foreign Affairs'))).toBeNull();
});
