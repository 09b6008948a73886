import { type GuideGroup } from './guide-row.js';

const checkedOn = '2026-11-21';

export const asiaPacific: GuideGroup[] = [
  {
    city: 'Tokyo',
    country: 'Japan',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'tokyo-transport', topic: 'transport', title: 'Trains and IC cards in Tokyo', from: 'the operators JR East and Tokyo Metro', text: 'A Suica or Pasmo card, plastic or in the phone, opens every gate and pays in convenience stores. Subway passes of 24, 48 or 72 hours pay off from four rides a day. Last trains leave about midnight and taxis are dear. Avoid rush hour from half past seven to nine with luggage. Note the number of the station exit: there may be fifty.' },
      { id: 'tokyo-airports', topic: 'arrival', title: 'From Narita and Haneda into Tokyo', from: 'the railway operators', text: 'Haneda lies in the city: monorail or Keikyu line, 15 to 25 minutes for some 500 yen. Narita is 70 km out: the Skyliner needs 40 minutes to Ueno, the Narita Express an hour to Shinjuku and Shibuya, the cheap coach to Tokyo Station a bit longer. Luggage can be sent from the airport counter to the hotel overnight.' },
      { id: 'japan-etiquette', scope: 'country', topic: 'etiquette', title: 'Good manners in Japan', from: 'the Japan National Tourism Organization', text: 'Talk softly and do not phone on trains; queue at the marks on the platform. Take off your shoes where the floor rises. Do not stick chopsticks upright in rice or pass food from pair to pair. Eat where you bought it rather than walking, and carry your rubbish home: bins are rare. Cover tattoos or choose a private bath in hot springs.' },
      { id: 'japan-cash', scope: 'country', topic: 'money', title: 'Cash in Japan', from: 'the Japan National Tourism Organization', text: 'Cards work in hotels, chains and department stores, but temples, ramen counters, small inns and country buses want coins and notes: carry 10,000 to 20,000 yen. Machines in 7-Eleven shops and post offices accept foreign cards day and night. Put money on the small tray, not in the hand.' },
      { id: 'japan-rail-pass', scope: 'country', topic: 'transport', title: 'Whether the Japan Rail Pass pays off', from: 'the JR companies', text: 'Since the price rise of 2023 the national pass for seven days costs 50,000 yen and is cheaper than single tickets only with very long rides, such as Tokyo to Hiroshima and back plus more. Tokyo to Kyoto by Nozomi is about 14,000 yen one way, two and a quarter hours. Regional passes are often the better bargain. Large suitcases need a reserved place.' },
    ],
  },
  {
    city: 'Kyoto',
    country: 'Japan',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'kyoto-season', topic: 'seasons', title: 'When to visit Kyoto', from: 'the Kyoto city tourism association', text: 'Cherry trees bloom from the last days of March for about ten days, maples turn red in the second half of November; both fill every bed. Late May, and December to February, are calm. July and August are hot and damp, with the Gion festival in July. Temples are emptiest at opening time: Fushimi Inari never closes.' },
      { id: 'kyoto-gion', topic: 'etiquette', title: 'Rules of Gion and the temples of Kyoto', from: 'the city of Kyoto', text: 'Private lanes of Gion are closed to visitors and photographing geiko or maiko there is fined 10,000 yen. Do not touch or stop them. In temples no tripods, no shoes on tatami. City buses are overfull: use the subway, the Keihan and JR lines, and walk the last part. The bus day pass was abolished; there is a joint subway and bus one.' },
    ],
  },
  {
    city: 'Osaka',
    country: 'Japan',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'osaka-food', topic: 'food', title: 'What to eat in Osaka', from: 'the Osaka tourism bureau', text: 'Takoyaki are octopus balls that burn the tongue, okonomiyaki a cabbage pancake fried at your table, kushikatsu skewers in crumbs: never dip twice in the shared sauce. Dotonbori is the neon show, Shinsekai and Tenma are where people eat cheaper. Kuromon market is priced for tourists; come hungry elsewhere.' },
      { id: 'osaka-transport', topic: 'transport', title: 'Osaka as a base for Kansai', from: 'the railway operators', text: 'From Kansai airport the Nankai line takes 40 minutes to Namba, the JR Haruka 50 to Osaka station. Kyoto is 30 minutes away by the JR special rapid, Nara 40, Kobe 25, Himeji an hour: none needs a bullet train. The Midosuji subway line joins Umeda, Shinsaibashi, Namba and Tennoji.' },
    ],
  },
  {
    city: 'Seoul',
    country: 'South Korea',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'seoul-transport', topic: 'transport', title: 'Getting around Seoul', from: 'the Seoul metropolitan government', text: 'T-money cards work on metro, buses and taxis; tap out too. The Climate Card for one to seven days covers city metro and buses. AREX reaches Seoul Station in 43 minutes from Incheon non-stop, the all-stop train in an hour for half. Google Maps is weak for walking here: use Naver Map or KakaoMap. The metro stops around midnight.' },
      { id: 'seoul-etiquette', scope: 'country', topic: 'etiquette', title: 'At table and in palaces in Korea', from: 'the Korea Tourism Organization', text: 'Pour for others, hold glass and gifts with two hands, let the eldest begin. Side dishes are free and refilled. Seats at the end of a metro car are for the old and the pregnant, even when empty. Visitors in hanbok enter the royal palaces free; Gyeongbokgung closes on Tuesdays, the others on Mondays.' },
    ],
  },
  {
    city: 'Hong Kong',
    country: 'Hong Kong',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'hong-kong-transport', topic: 'transport', title: 'Getting around Hong Kong', from: 'the MTR and the transport department', text: 'An Octopus card pays trains, trams, ferries, buses and snacks; bank cards open the MTR gates too. The Airport Express needs 24 minutes to Central, bus A11 or A21 an hour for a third of it. The double-decker tram and the Star Ferry cost pennies and are the best views in town. Red taxis take cash, buckle up.' },
      { id: 'hong-kong-season', topic: 'seasons', title: 'Typhoons and the best months in Hong Kong', from: 'the Hong Kong Observatory', text: 'October to December is dry, clear and around 22 degrees. From May to September it is hot, wet and stormy; at typhoon signal 8 offices, ferries and most sights close until it is lowered. Lunar New Year shuts family shops for three days. Hiking the Dragon’s Back is for winter.' },
    ],
  },
  {
    city: 'Singapore',
    country: 'Singapore',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'singapore-rules', topic: 'etiquette', title: 'What is forbidden in Singapore', from: 'the Singapore government', text: 'No chewing gum, no vaping, no food or drink on trains, no jaywalking, no smoking outside marked places: fines run from hundreds of dollars, vaping is prosecuted. Drugs mean very heavy punishment. Return your tray at the hawker centre. A packet of tissues on a table means it is taken.' },
      { id: 'singapore-hawkers', topic: 'food', title: 'Hawker centres of Singapore', from: 'the national environment agency', text: 'A plate of chicken rice, laksa or char kway teow costs four to eight dollars. Choose the stall with the longest line and an A for hygiene, find a seat first, pay by code or cash. Maxwell, Old Airport Road and Tiong Bahru are favourites; Tekka is for Indian, and many stalls are halal or vegetarian.' },
    ],
  },
  {
    city: 'Bangkok',
    country: 'Thailand',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'bangkok-transport', topic: 'transport', title: 'Getting around Bangkok', from: 'the operators BTS, MRT and the river boats', text: 'The Skytrain and metro pass over the traffic; the Chao Phraya boats with the orange flag stop at the Grand Palace for a few baht. The Airport Rail Link takes half an hour to Phaya Thai. In taxis ask for the meter, in tuk-tuks agree first and refuse “today closed, I show you a shop”. Grab shows the price before.' },
      { id: 'thailand-etiquette', scope: 'country', topic: 'etiquette', title: 'Respect in Thailand', from: 'the Tourism Authority of Thailand', text: 'Speak well of the royal family: insulting it is a crime. Stand for the anthem. The head is high, the feet are low: touch nobody’s head and point no foot at a Buddha. Long trousers and covered shoulders in the Grand Palace. Women do not touch monks. Vapes are illegal, and a smile solves more than a loud voice.' },
    ],
  },
  {
    city: 'Bali',
    country: 'Indonesia',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'bali-transport', topic: 'transport', title: 'Getting around Bali', from: 'the Bali provincial government', text: 'There are no trains and hardly any buses: hire a car with driver for the day, about 600,000 to 800,000 rupiah, or use Grab and Gojek outside the villages that ban them. Scooters need an international motorcycle licence and a helmet, otherwise the insurance does not pay. Thirty kilometres take an hour and a half.' },
      { id: 'bali-entry', scope: 'country', topic: 'entry', title: 'Visa on arrival and the tourist levy in Bali', from: 'the Indonesian immigration office and the Bali provincial government', text: 'Most visitors buy a 30-day visa on arrival for 500,000 rupiah, better online before, extendable once. Foreign tourists also pay a levy of 150,000 rupiah to the island through the Love Bali site. An arrival declaration is filled in online within three days before landing. Keep the code on your phone.' },
      { id: 'bali-season', topic: 'seasons', title: 'Dry season, rain and Nyepi in Bali', from: 'the Indonesian meteorological agency', text: 'April to October is dry, July and August crowded. From December to March showers fall hard in the afternoon and the sea carries rubbish to the western beaches. On Nyepi, the day of silence in March, the airport closes and nobody may leave the hotel for 24 hours.' },
    ],
  },
  {
    city: 'Sydney',
    country: 'Australia',
    checkedOn,
    // prettier-ignore
    rows: [
      { id: 'sydney-transport', topic: 'transport', title: 'Getting around Sydney', from: 'Transport for New South Wales', text: 'Tap a bank card or an Opal card on and off trains, metro, ferries, buses and light rail; fares have a daily and weekly cap and weekends are cheaper. The airport train takes 13 minutes to Central but adds a station fee of some 17 dollars. The ferry to Manly is the harbour cruise of the locals.' },
      { id: 'sydney-beach', scope: 'country', topic: 'safety', title: 'Swimming safely in Australia', from: 'Surf Life Saving Australia', text: 'Swim between the red and yellow flags, where lifeguards watch. A rip looks like a calm gap between the waves: float, raise an arm, swim sideways out of it, never against it. The sun burns in ten minutes: hat, shirt and factor 50. Bluebottles sting, hot water helps.' },
      { id: 'australia-entry', scope: 'country', topic: 'entry', title: 'Electronic visa and quarantine rules of Australia', from: 'the Australian Department of Home Affairs', text: 'Everybody but New Zealanders needs a visa before boarding: European passports apply for the free eVisitor, others for the ETA in its app. On the arrival card declare all food, wood and muddy shoes; fresh fruit, meat and seeds are taken away, and hiding them is fined on the spot with thousands of dollars.' },
    ],
  },
];
