
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Change": [
      "EventChange",
      "StatusChange"
    ],
    "Node": [
      "Entity",
      "Event",
      "Source"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Change": [
      "EventChange",
      "StatusChange"
    ],
    "Node": [
      "Entity",
      "Event",
      "Source"
    ]
  }
};
      export default result;
    