import { type GuideGroup } from './guide-row.js';

const checkedOn = '2026-11-21';

export const middleEastAfrica: GuideGroup[] = [
  {
    city: 'Dubai',
    country: 'United Arab Emirates',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'dubai-rules', topic: 'etiquette', title: 'Behaviour and dress in Dubai', from: 'the Dubai government', text: 'Swimwear is for the beach; in malls cover shoulders and knees. Kissing in public, swearing, rude gestures and being drunk in the street are offences. Alcohol is served in licensed hotels and restaurants from the age of 21. During Ramadan eat and drink discreetly by day. Do not photograph strangers or share insults online.' },
      { id: 'dubai-season', topic: 'seasons', title: 'When to visit Dubai', from: 'the UAE meteorological centre', text: 'November to March is outdoor weather of 24 to 30 degrees and the high season. From June to September it reaches 42 with damp nights: hotels cost half, life moves into malls and pools. Ramadan moves eleven days earlier every year; in 2027 it falls about the second week of February.' },
      { id: 'dubai-transport', topic: 'transport', title: 'Metro and taxis in Dubai', from: 'the Roads and Transport Authority', text: 'The Nol card pays metro, tram, bus and water taxi; the red line joins the airport with Downtown and the Marina. Gold class and a carriage for women and children are marked on the floor: wrong entry is fined, as is eating. Taxis are metered and cheap. Abras cross the Creek for one dirham. On Sundays the metro starts at eight.' },
    ],
  },
  {
    city: 'Marrakesh',
    country: 'Morocco',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'marrakesh-souk', topic: 'money', title: 'Bargaining in the souks of Marrakesh', from: 'the Moroccan tourist office', text: 'The first price is a game: offer a third, smile, settle near half, and walk away if it does not suit; only haggle for what you mean to buy. The dirham cannot be bought abroad and must not leave the country in quantity. Keep small coins for porters and toilets. Food stalls with price boards are not haggled with.' },
      { id: 'marrakesh-guides', topic: 'safety', title: 'False guides in the medina of Marrakesh', from: 'the Moroccan tourist police', text: 'Young men will say that a street is closed or that the tannery is open only today, lead you there and ask for money. Say “la, shukran” and go on; ask shopkeepers for the way. Licensed guides carry a badge. Snake and monkey handlers on Jemaa el-Fnaa charge for every photo, and henna women grab hands. Save the riad’s location offline.' },
      { id: 'marrakesh-arrival', topic: 'arrival', title: 'Reaching a riad in Marrakesh', from: 'the city’s transport office', text: 'Cars do not enter the medina. Have the riad send somebody to the nearest gate, with a cart for the luggage. Official taxis from Menara airport have posted prices, about 100 to 150 dirham by day, more at night; bus 19 runs to Jemaa el-Fnaa. Trains reach Casablanca in two and a half hours.' },
    ],
  },
  {
    city: 'Cairo',
    country: 'Egypt',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'cairo-pyramids', topic: 'sights', title: 'Visiting the pyramids of Giza', from: 'the Egyptian ministry of tourism and antiquities', text: 'Come at opening time through the new entrance on the Fayoum road; electric buses join the stops inside. Entering the Great Pyramid is an extra ticket, hot and narrow. Tickets are paid by card only. Agree a camel’s price for the whole ride, in which currency and that it includes getting down. The Grand Egyptian Museum nearby needs a timed ticket.' },
      { id: 'cairo-baksheesh', scope: 'country', topic: 'tipping', title: 'Baksheesh in Egypt', from: 'the Egyptian tourist authority', text: 'Small tips oil everything: ten to twenty pounds for a toilet attendant, twenty to fifty for a porter or a guard who opens a door, ten to twelve percent in restaurants beside the service charge. Keep a pocket of small notes and break big ones in shops. You need not pay for help that you declined.' },
      { id: 'cairo-transport', topic: 'transport', title: 'Getting around Cairo', from: 'the Cairo metro authority', text: 'Uber, Careem and inDrive avoid the talk about the fare. The metro is clean and quick, with two cars for women in the middle; line 3 crosses downtown to Zamalek and beyond. Cross streets beside a local, steadily, without stopping. Traffic is thinnest on Friday mornings: that is the day for Coptic and Islamic Cairo, before prayer.' },
      { id: 'egypt-visa', scope: 'country', topic: 'entry', title: 'Visa for Egypt', from: 'the Egyptian e-visa portal', text: 'Many nationalities buy a 30-day visa on arrival at the bank window before passport control for 25 to 30 US dollars in cash, or online a week before. The passport must be valid for six months. Medicines with codeine or tramadol are forbidden without papers, and drones are taken away.' },
    ],
  },
];
