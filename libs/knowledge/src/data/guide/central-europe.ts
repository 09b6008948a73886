import { type GuideGroup } from './guide-row.js';

const checkedOn = '2026-11-21';

export const centralEurope: GuideGroup[] = [
  {
    city: 'Berlin',
    country: 'Germany',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'berlin-transport', topic: 'transport', title: 'Getting around Berlin', from: 'the operator BVG', text: 'Zones AB cover the city, ABC also the airport BER and Potsdam. A paper ticket must be stamped before the first ride; inspectors wear plain clothes and fine 60 euros. U-Bahn and S-Bahn run all night at weekends. The FEX train takes under half an hour from the airport to the main station. Bus 100 passes the great sights.' },
      { id: 'germany-money', scope: 'country', topic: 'money', title: 'Cash and Sundays in Germany', from: 'the German central bank and tourist board', text: 'Cards have spread, yet bakeries, kiosks, beer gardens and small restaurants still ask for cash: carry fifty euros. Shops are closed on Sundays and holidays except at stations; museums and restaurants open. Bottles carry a deposit that the supermarket machine pays back. Wait for the green man, above all when children watch.' },
    ],
  },
  {
    city: 'Munich',
    country: 'Germany',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'munich-oktoberfest', topic: 'seasons', title: 'Oktoberfest and when to visit Munich', from: 'the city of Munich', text: 'The Oktoberfest fills sixteen to eighteen days from the second half of September to the first Sunday in October; rooms cost three times as much and tents fill by noon, but entry is free and weekday mornings have seats without booking. May to July is beer-garden weather, December has Christmas markets, and on clear days the Alps are an hour away by train.' },
      { id: 'munich-transport', topic: 'transport', title: 'Getting around Munich', from: 'the transport association MVV', text: 'S1 and S8 need about 40 minutes from the airport to Marienplatz; the airport lies outside zone M, so buy the airport day ticket. Inside zone M a day ticket pays from the third ride, a group ticket for up to five from two people. Neuschwanstein castle is a day: train to Füssen, bus, and a timed ticket booked ahead.' },
    ],
  },
  {
    city: 'Vienna',
    country: 'Austria',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'vienna-coffeehouse', topic: 'etiquette', title: 'Coffee houses and the opera in Vienna', from: 'the Vienna tourist board', text: 'In a coffee house one melange buys a table for the afternoon; the glass of water comes with it and nobody hurries you. Call the waiter Herr Ober. The State Opera sells standing places on the day for the price of that coffee; tie a scarf to your rail. Dress is neat rather than grand, except at the ball.' },
      { id: 'vienna-transport', topic: 'transport', title: 'Getting around Vienna', from: 'Wiener Linien and ÖBB', text: 'Passes of 24 hours, or seven days run on every tram, bus and U-Bahn; validate once. From the airport the S7 or the Railjet cost a third of the City Airport Train and need 20 to 25 minutes instead of 16. Trams 1 and 2 ride along most of the Ring for the price of a ticket.' },
    ],
  },
  {
    city: 'Prague',
    country: 'Czechia',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'prague-money', topic: 'money', title: 'Changing money in Prague', from: 'the Czech National Bank', text: 'The currency is the koruna; shops that take euros give a bad rate. Never change with a man in the street: he hands over worthless foreign notes. Offices that shout “zero commission” hide the rate; you may cancel an exchange within three hours by law. Bank machines are fairer than the blue and yellow ones, and cards work nearly everywhere.' },
      { id: 'prague-transport', topic: 'transport', title: 'Trams and metro in Prague', from: 'the Prague public transport company', text: 'Buy 30 or 90 minutes, one day or three in the app or with a card in the tram itself. Tram 22 climbs to the castle. From the airport trolleybus 59 meets metro line A. Hailing cabs at Old Town Square is the classic swindle: order by app. The castle is empty before nine and after five.' },
    ],
  },
  {
    city: 'Budapest',
    country: 'Hungary',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'budapest-baths', topic: 'sights', title: 'Thermal baths of Budapest', from: 'the bath operator', text: 'Széchenyi is the big yellow one with chess players outdoors, Rudas the Turkish one with a rooftop pool, Lukács the locals’ choice; the Gellért is closed for renovation until about 2028. Bring swimwear, flip-flops and a towel; a cabin costs a little more than a locker. Mornings on weekdays are quiet. Caps are needed only in the swimming lanes.' },
      { id: 'budapest-transport', topic: 'transport', title: 'Getting around Budapest', from: 'the operator BKK', text: 'Bus 100E runs from the airport to Deák tér with a ticket of its own. Validate single tickets before the metro escalator: inspectors stand there. The 24-hour and 72-hour passes cover trams, metro and the suburban line in town. Tram 2 along the Danube is the most beautiful ride in the city. Use Bolt or Főtaxi instead of hailing.' },
    ],
  },
  {
    city: 'Athens',
    country: 'Greece',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'athens-acropolis', topic: 'sights', title: 'Visiting the Acropolis', from: 'the Greek ministry of culture', text: 'Entry is by timed slot; the full ticket costs 30 euros and the cheaper winter price is gone. Come at eight or in the last two hours: there is no shade and the marble is slippery. In heat waves it closes at midday. From November to March the first Sunday of the month is free. The museum below is a separate ticket and air-conditioned.' },
      { id: 'athens-transport', topic: 'transport', title: 'Getting around Athens', from: 'the Athens transport authority OASA', text: 'Metro line 3 takes 40 minutes from the airport to Syntagma for nine euros; bus X95 runs all night. A 90-minute ticket costs about 1.20, and bank cards can be tapped. Ferries to the islands leave from Piraeus at the end of lines 1 and 3: be there an hour before. The historic centre is walked in a straight pedestrian street.' },
    ],
  },
  {
    city: 'Lisbon',
    country: 'Portugal',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'lisbon-transport', topic: 'transport', title: 'Trams and hills of Lisbon', from: 'the operators Carris and Metro de Lisboa', text: 'Tram 28 is charming, packed and loved by thieves: ride it before nine, or take the 12 or 24. Load “zapping” credit on a Navegante card or tap a bank card. The metro goes to the airport. Pavements are polished limestone on steep slopes: wear soles that grip. Trains to Sintra leave from Rossio and take 40 minutes.' },
      { id: 'lisbon-couvert', scope: 'country', topic: 'food', title: 'Bread and olives on the table in Portugal', from: 'the Portuguese consumer authority', text: 'The couvert of bread, olives, cheese and spread that comes unasked is charged for if you eat it; wave it away and it is not. A half portion is often enough for one. Lunch from half past twelve, dinner from half past seven. Custard tarts are eaten warm, standing, with cinnamon.' },
    ],
  },
  {
    city: 'Istanbul',
    country: 'Türkiye',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'istanbul-transport', topic: 'transport', title: 'Getting around Istanbul', from: 'the Istanbul municipality', text: 'One Istanbulkart can be passed around for several people and pays metro, tram, bus and the Bosphorus ferries. Metro line M11 runs from Istanbul Airport to Gayrettepe, the Havaist coaches everywhere else. The ordinary ferry to Kadıköy is the cheapest cruise in town. In taxis insist on the meter and pay with small notes, or use an app.' },
      { id: 'istanbul-mosques', topic: 'etiquette', title: 'Visiting the mosques of Istanbul', from: 'the Turkish religious authority', text: 'The Blue Mosque and Süleymaniye are free and close to visitors during the five prayers, longest at Friday noon. Women cover their hair, everyone covers shoulders and knees, shoes go in a bag. Hagia Sophia charges foreign visitors 25 euros for the upper gallery.' },
    ],
  },
];
