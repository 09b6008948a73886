import { type GuideGroup } from './guide-row.js';

const checkedOn = '2026-11-21';

export const franceItalySpain: GuideGroup[] = [
  {
    city: 'Paris',
    country: 'France',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'paris-metro', topic: 'transport', title: 'Getting around Paris', from: 'the transport operators RATP and Île-de-France Mobilités', text: 'Load single tickets, a day pass or a week pass (Monday to Sunday) on a Navigo Easy card or a phone; paper tickets are gone. One fare of about 2.50 euros covers metro and RER in the whole region, a cheaper one buses and trams. Metro runs until about 1 a.m., an hour longer on Fridays and Saturdays. Keep the ticket until the exit.' },
      { id: 'paris-airports', topic: 'arrival', title: 'From the airports into Paris', from: 'Île-de-France Mobilités and the prefecture', text: 'Metro line 14 joins Orly with the centre in 25 minutes; RER B takes 35 minutes from Charles de Gaulle to Gare du Nord. Both need the airport ticket of about 14 euros. Taxis have fixed prices: from Charles de Gaulle 56 euros to the right bank and 65 to the left, from Orly 45 and 36.' },
      { id: 'paris-areas', topic: 'neighbourhoods', title: 'Where to stay in Paris', from: 'the Paris tourist office', text: 'The Marais is central, lively and walkable; Saint-Germain and the Latin Quarter are classic and dear; Canal Saint-Martin and Oberkampf are younger and cheaper; Montmartre has views and stairs. The quarters round Gare du Nord are handy for trains but rough at night.' },
      { id: 'paris-museums', topic: 'sights', title: 'Museum days in Paris', from: 'the museums', text: 'The Louvre closes on Tuesdays, the Musée d’Orsay on Mondays. Book a time for both. Under-18s are free in national museums, as are residents of the European Union under 26. On first Sundays of the month many museums are free and full. Notre-Dame is free; the reservation is optional and saves the line.' },
      { id: 'paris-manners', scope: 'country', topic: 'etiquette', title: 'Politeness in France', from: 'the French tourist board', text: 'Say “bonjour” on entering any shop and before any question; skipping it counts as rude and service turns cold. Keep your voice down on trains. Lunch is from noon to two, and outside those hours many kitchens are closed. Bread goes on the table, not on the plate.' },
    ],
  },
  {
    city: 'Nice',
    country: 'France',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'nice-around', topic: 'transport', title: 'Trams and trains on the Riviera', from: 'the operators Lignes d’Azur and SNCF', text: 'Tram 2 links Nice airport with the port and the centre for the price of a city ticket, under two euros plus a card. Regional trains run along the coast to Monaco in 25 minutes, Menton in 40, Antibes and Cannes in about 20 to 40. In summer they are packed: go before ten. The beach of Nice is pebbles, bring bathing shoes.' },
    ],
  },
  {
    city: 'Lyon',
    country: 'France',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'lyon-food', topic: 'food', title: 'Eating in a bouchon of Lyon', from: 'the Lyon tourist office', text: 'A bouchon is a small tavern serving quenelles in crayfish sauce, sausage with lentils, tripe and pink praline tart, with a pot of Beaujolais. Those with the label “Les Bouchons Lyonnais” are the real ones; book the evening, and mind that many close on Sunday and Monday. Les Halles Paul Bocuse sells the cheese and the pralines.' },
    ],
  },
  {
    city: 'Rome',
    country: 'Italy',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'rome-transport', topic: 'transport', title: 'Getting around Rome', from: 'the operator ATAC', text: 'Tap a bank card at the metro gate or the bus reader: a ride of 100 minutes costs 1.50 euros and one day is capped. The three metro lines skirt the old centre, which is best on foot. The Leonardo Express takes 32 minutes from Fiumicino to Termini; the regional FL1 is cheaper for Trastevere. Taxis from Fiumicino have a fixed price within the walls, about 55 euros.' },
      { id: 'rome-vatican', topic: 'sights', title: 'Visiting the Vatican and the Colosseum', from: 'the Vatican Museums and the Colosseum archaeological park', text: 'Vatican Museums open Monday to Saturday and free on the last Sunday morning of the month; book online. St Peter’s is free but guarded by a security line and a dress code of covered shoulders and knees. Colosseum tickets carry your name and a time and cover the Forum and Palatine; they go on sale thirty days before.' },
      { id: 'rome-food', topic: 'food', title: 'Eating in Rome', from: 'the Rome tourist office', text: 'The four pastas are carbonara, cacio e pepe, amatriciana and gricia. Dinner starts at eight; “coperto” of one to three euros is a normal cover charge. Coffee at the bar costs half of the table price. Drink from the small fountains in the street: the water is good. Testaccio and Trastevere have the better trattorie, away from photo menus.' },
    ],
  },
  {
    city: 'Milan',
    country: 'Italy',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'milan-practical', topic: 'overview', title: 'Milan in short', from: 'the Milan tourist office and operator ATM', text: 'The metro takes bank cards at the gate and caps the day. Malpensa Express reaches the centre in 40 to 50 minutes, metro line 4 brings you from Linate to San Babila in twelve. The Last Supper needs tickets weeks ahead, released every three months. Aperitivo from six to nine includes snacks with the drink, best along the Navigli canals.' },
    ],
  },
  {
    city: 'Barcelona',
    country: 'Spain',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'barcelona-transport', topic: 'transport', title: 'Getting around Barcelona', from: 'the operator TMB', text: 'The T-casual gives one person ten rides on metro, bus, tram and local trains in the city zone; it is not valid at the two airport metro stops, but the R2 train is covered. The Aerobús takes 35 minutes to Plaça de Catalunya. Metro runs all night on Saturdays and until two on Fridays.' },
      { id: 'barcelona-safety', topic: 'safety', title: 'Thieves in Barcelona', from: 'the Catalan police', text: 'Pickpockets are the one real nuisance: on La Rambla, in the metro towards the airport, on the beach and around the Sagrada Família. Keep the phone off the café table, carry the bag across the body, leave passports in the safe, and do not turn your back on your things while you swim.' },
      { id: 'spain-hours', scope: 'country', topic: 'etiquette', title: 'Spanish meal times and shop hours', from: 'the Spanish tourist board', text: 'Lunch is the main meal, from two to four, with a good-value menú del día; dinner begins at nine, later in summer. Small shops close between two and five. August empties the cities and shuts family restaurants, while kitchens in tourist streets serve all day at lower quality.' },
    ],
  },
  {
    city: 'Madrid',
    country: 'Spain',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'madrid-practical', topic: 'sights', title: 'Free hours of the museums in Madrid', from: 'the museums', text: 'The Prado is free in the last two hours of the day, from six on weekdays and five on Sundays; the Reina Sofía in the evening except Tuesday, when it is closed. Lines form an hour before. The Thyssen is free on Mondays from noon to four. A timed ticket in the morning costs money and saves an hour.' },
      { id: 'madrid-airport', topic: 'arrival', title: 'From Barajas airport into Madrid', from: 'the Madrid transport consortium', text: 'Metro line 8 takes about 15 minutes to Nuevos Ministerios and needs a Multi card with an airport supplement of three euros. Cercanías trains serve Terminal 4. The yellow express bus runs day and night to Atocha for five euros. Taxis to the centre inside the M-30 cost a fixed 33 euros.' },
    ],
  },
];
