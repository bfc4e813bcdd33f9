import type { Attribute } from '../record/attribute.ts';

/** What the schema says of a field that is an attribute of a record. */
export function attributeField({ description, missing }: Attribute): {
  description: string;
  nullable?: true;
} {
  return missing === undefined
    ? { description }
    : { description: `${description} Null ${missing}.`, nullable: true };
}
