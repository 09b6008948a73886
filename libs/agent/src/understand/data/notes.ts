/** Wishes that no field of a request holds, kept in words. */
export const noteWords: Record<string, string> = {
  'wheelchair accessible':
    'wheelchair|wheelchair accessible|accessible|disabled access|barrier free|mobility issues|can’t walk much|can’t walk far|reduced mobility|barrierefrei|step free|walker',
  'stroller friendly': 'stroller friendly|stroller|buggy|pram|pushchair',
  'swimming pool': 'pool|swimming pool|pools|infinity pool',
  'breakfast included': 'breakfast included|with breakfast|breakfast is included|free breakfast',
  kitchen: 'kitchen|kitchenette|self catering',
  'free wifi': 'wifi|wi fi|good internet|fast internet',
  parking: 'parking|free parking|car park',
  gym: 'gym|fitness center|fitness centre',
  'sea view': 'sea view|ocean view|beachfront|sea views|ocean views|oceanfront',
  'central location':
    'central location|city center|city centre|centrally located|downtown|in the center|in the centre|walking distance|close to the center|near the center|old town location|centrally',
  'near the beach': 'near the beach|close to the beach|steps from the beach',
  'quiet place': 'quiet|peaceful place|not noisy|quiet area',
  'air conditioning': 'air conditioning|air con|ac',
  'warm weather': 'somewhere warm|warm weather|somewhere hot|somewhere sunny|warm place|sunshine',
  'good value':
    'cheap|budget friendly|affordable|inexpensive|on a shoestring|low cost|low budget|not too expensive|nothing too expensive|cheaply|good value|tight budget|as cheap as possible|the cheaper the better|günstig|pas cher|barato|economico|goedkoop',
  birthday: 'birthday|turning 30|turning 40|turning 50|turning 60|bday',
  anniversary: 'anniversary',
  honeymoon: 'honeymoon|honeymooners|newlyweds',
  wedding: 'a wedding|wedding',
  'bachelor party': 'bachelor party|bachelorette party|bachelorette|stag do|hen do|stag party|hen party',
  'no crowds':
    'no crowds|avoid crowds|not crowded|hate crowds|without crowds|uncrowded|away from the crowds|avoid tourist traps|no tourist traps|not too touristy',
  'no early mornings': 'no early mornings|not too early|no early starts|like to sleep in',
  'spicy food': 'spicy|spicy food|too spicy',
  'window seat': 'window seat|window seats',
  'extra legroom': 'extra legroom|legroom',
  'connecting rooms': 'connecting rooms|adjoining rooms|adjacent rooms',
  'twin beds': 'twin beds|separate beds|two beds',
  crib: 'crib|baby cot|cot',
  'business trip': 'business trip|work trip|for work|on business|conference|business meeting',
};
