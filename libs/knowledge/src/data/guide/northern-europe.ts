import { type GuideGroup } from './guide-row.js';

const checkedOn = '2026-11-21';

export const northernEurope: GuideGroup[] = [
  {
    city: 'London',
    country: 'United Kingdom',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'london-transport', topic: 'transport', title: 'Getting around London', from: 'Transport for London', text: 'Touch in and out with the same bank card or phone: fares are capped each day and week, so no pass is needed. Buses take no cash, cost 1.75 pounds and a second bus within the hour is free. Stand on the right of escalators. Avoid the Tube from half past seven to half past nine; some lines run all night on Fridays and Saturdays.' },
      { id: 'london-airports', topic: 'arrival', title: 'From the airports into London', from: 'Transport for London and the rail operators', text: 'From Heathrow the Elizabeth line takes about 35 minutes to the West End, the Piccadilly line an hour for less money, the Heathrow Express 15 minutes to Paddington for much more. Gatwick has trains to Victoria and London Bridge in half an hour. From Stansted and Luton book the train or coach ahead.' },
      { id: 'london-free', topic: 'sights', title: 'Free museums in London', from: 'the museums', text: 'The British Museum, National Gallery, both Tates, the Natural History, Science and Victoria and Albert museums cost nothing except for special shows; booking a free slot shortens the line. Most stay open late on one evening a week. The Sky Garden is a free view that must be booked three weeks before.' },
    ],
  },
  {
    city: 'Edinburgh',
    country: 'United Kingdom',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'edinburgh-season', topic: 'seasons', title: 'When to visit Edinburgh', from: 'the national tourist organisation VisitScotland', text: 'May, June and September are dry by Scottish measure and bright until late. August belongs to the Festival and the Fringe: a marvel, but rooms cost double and are gone months ahead. Hogmanay around New Year is the other peak. Winter days end before four. Bring a rain jacket; the wind breaks umbrellas.' },
      { id: 'edinburgh-transport', topic: 'transport', title: 'Trams and hills of Edinburgh', from: 'Lothian Buses and Edinburgh Trams', text: 'The tram runs from the airport to Princes Street in 30 minutes. City buses and trams take contactless cards with a daily cap; the airport tram costs extra. Old and New Town are walked, but up and down: the closes off the Royal Mile are stairs. For the Highlands hire the car on leaving, not for the city.' },
    ],
  },
  {
    city: 'Dublin',
    country: 'Ireland',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'dublin-practical', topic: 'transport', title: 'Getting around Dublin', from: 'Transport for Ireland', text: 'A Leap Visitor Card covers buses, the Luas trams and DART trains for one, three or seven days, and a single city ride costs about two euros for 90 minutes. There is no train to the airport: express coaches take 30 minutes. The DART along the bay to Howth or Bray is the cheapest excursion. Taxis are metered.' },
      { id: 'dublin-pubs', topic: 'etiquette', title: 'Pub customs in Dublin', from: 'the national tourism body Fáilte Ireland', text: 'Order and pay at the bar, and if somebody buys you a drink the next round is yours. Temple Bar is twice the price of pubs three streets away. Music sessions start after nine and are free. Smoking is outdoors only. Last orders are at half past eleven, half past twelve at the weekend.' },
    ],
  },
  {
    city: 'Amsterdam',
    country: 'Netherlands',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'amsterdam-transport', topic: 'transport', title: 'Getting around Amsterdam', from: 'the operators GVB and NS', text: 'Check in and out with a bank card on trams, metro, buses and trains. The train from Schiphol needs 15 minutes to Centraal. Ferries behind the station are free. A bicycle is lovely once you know the rules: ride on the right, signal with the arm, never stop on the path, lock it twice. On foot, look for bikes before you step off the kerb.' },
      { id: 'amsterdam-rules', topic: 'etiquette', title: 'House rules of Amsterdam', from: 'the city of Amsterdam', text: 'Smoking cannabis in the streets of the red-light district and drinking in public are fined. Do not photograph the women in the windows. Coffee shops sell to adults only; a café for coffee is called a café. Tickets for the Anne Frank House are sold online only, on Tuesdays for the sixth week ahead.' },
    ],
  },
  {
    city: 'Brussels',
    country: 'Belgium',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'brussels-practical', topic: 'transport', title: 'Getting around Brussels and Belgium', from: 'the operators STIB and SNCB', text: 'Tap a bank card on metro, tram or bus; a day is capped at about eight euros. The train from the airport takes 18 minutes to Central. Bruges is an hour away, Ghent and Antwerp 35 to 45 minutes, and weekend return tickets cost half. The cheap airport Charleroi lies an hour off by coach: count it in.' },
      { id: 'brussels-food', topic: 'food', title: 'Waffles, fries and beer in Brussels', from: 'the Brussels tourist office', text: 'The Brussels waffle is light and rectangular, the Liège one sweet and chewy; eat either plain. Fries come from a fritkot with one of twenty sauces. Lambic and gueuze are the sour beers of this valley: Cantillon brews them in a working museum. Avoid the menu touts of the Rue des Bouchers.' },
    ],
  },
  {
    city: 'Copenhagen',
    country: 'Denmark',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'copenhagen-practical', topic: 'transport', title: 'Getting around Copenhagen', from: 'the operators Metro and DSB', text: 'The metro runs day and night without drivers and needs 15 minutes from the airport to Nyhavn. The City Pass covers one to five days including the airport. Better still is a bicycle: lanes are wide, dismount at pedestrian streets. Harbour baths at Islands Brygge are free. Malmö in Sweden is 35 minutes by train: take your passport.' },
      { id: 'nordic-money', scope: 'world', topic: 'money', title: 'Paying in Denmark, Sweden and Norway', from: 'the central banks', text: 'Cards and phones pay for everything, even a public toilet; many cafés in Sweden refuse cash by sign on the door. Each country has its own krone or krona; euros are not useful. Eating out is dear and alcohol dearer; lunch menus cost half of dinner, tap water is free and excellent, and tips are not expected.' },
    ],
  },
  {
    city: 'Stockholm',
    country: 'Sweden',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'stockholm-practical', topic: 'transport', title: 'Getting around Stockholm', from: 'the operator SL', text: 'One ticket of 75 minutes covers metro, bus, tram and the ferries of SL, tapped with a bank card. The Arlanda Express is fast and dear, 18 minutes; the commuter train takes 40 with an airport fee, the coach 45. The metro stations of the blue line are painted like caves and a sight in themselves. Ferries to the archipelago leave from Strömkajen.' },
      { id: 'stockholm-season', topic: 'seasons', title: 'Light and dark in Stockholm', from: 'the Swedish meteorological institute', text: 'In June it hardly gets dark and midsummer empties the city for a weekend; museums and islands are at their best until August. December has six hours of light, candles, markets and Lucia. Snow is likelier in February. Autumn is quiet, clear and cheaper.' },
    ],
  },
];
