import { describe, expect, test } from '@jest/globals';
import { kindOfName } from '../../src/importing/coded/kindOfName.ts';

describe('The kind of an entity that only has a name', () => {
  test.each([
    'Government (Nigeria)',
    'Foreign Affairs (Russia)',
    'Cabinet / Council of Ministers / Advisors (Holy See (Vatican City State))',
    'Ministry of Mining (Peru)',
    'Justice Department/Ministery (India)',
    'African Union',
    'UN Security Council',
    'North Atlantic Treaty Organization',
    'University of Nairobi',
    'Office of the Attorney General',
    'Hamas',
  ])('%s is an organization', (name) => {
    expect(kindOfName(name)).toBe('ORGANIZATION');
  });

  test.each([
    'Barack Obama',
    'Anna Banks',
    'Qin Gang',
    'Citizen (China)',
    'Head of Government (India)',
    'Member of Parliament (India)',
    'Party Member (India)',
    'President of the Senate (Chile)',
    'Representative to the United Nations (Iran)',
    'Army Chief of Staff (Egypt)',
    'Secretary of State for International Development',
    'Government Official (Holy See (Vatican City State))',
  ])('%s is an actor', (name) => {
    expect(kindOfName(name)).toBe('ACTOR');
  });
});
