import { type Slots } from '../../row.js';

/** Planning briefs in the manner of TravelPlanner. */
export const freshBriefs: [string, Slots][] = [
  [
    'Please put together a 3-day trip from Savannah to Dallas for one traveller, March 7th through March 9th, 2022, on a budget of $1,900.',
    {
      from: 'Savannah',
      to: 'Dallas',
      dates: '2022-03-07..2022-03-09',
      length: '3d 2n',
      people: '1',
      budget: '1900 USD',
    },
  ],
  [
    'Would you design a travel itinerary that leaves from Pittsburgh, goes to Baltimore and lasts three days, from March 4th to March 6th, 2022? I am travelling alone and can spend $1,200.',
    {
      from: 'Pittsburgh',
      to: 'Baltimore',
      dates: '2022-03-04..2022-03-06',
      length: '3d 2n',
      people: '1',
      budget: '1200 USD',
    },
  ],
  [
    'We are 5 people in Charlotte who want a 7-day tour of 3 cities in Florida from March 8th to March 14th, 2022. Our dogs come along, we want an entire room, we will not drive ourselves, and we would like to eat Mexican and Italian. Budget: $14,300.',
    {
      from: 'Charlotte',
      to: 'Florida x3',
      dates: '2022-03-08..2022-03-14',
      length: '7d 6n',
      people: '5',
      rules: 'pets',
      room: 'entire_home',
      notBy: 'self_driving',
      cuisines: 'italian mexican',
      budget: '14300 USD',
    },
  ],
  [
    'Devise a 5 day trip for a couple from Salt Lake City to two cities in Oregon between March 21st and March 25th, 2022, costing no more than $5,100.',
    {
      from: 'Salt Lake City',
      to: 'Oregon x2',
      dates: '2022-03-21..2022-03-25',
      length: '5d 4n',
      people: '2',
      budget: '5100 USD',
    },
  ],
  [
    'Our party of 8 starts in Houston and will be exploring 3 cities in Tennessee for a week, March 19-25, 2022. We have $27,000. Lodging has to welcome children under 10 and should be entire rooms. Nobody wants to fly.',
    {
      from: 'Houston',
      to: 'Tennessee x3',
      dates: '2022-03-19..2022-03-25',
      length: '7d 6n',
      people: '8',
      budget: '27000 USD',
      rules: 'children_under_10',
      room: 'entire_home',
      notBy: 'flight',
    },
  ],
  [
    'Generate an itinerary from Fort Wayne to Omaha, 3 days, 2 persons, 03/12/2022 - 03/14/2022, limit $2100, must allow parties.',
    {
      from: 'Fort Wayne',
      to: 'Omaha',
      dates: '2022-03-12..2022-03-14',
      length: '3d 2n',
      people: '2',
      budget: '2100 USD',
      rules: 'parties',
    },
  ],
  [
    'I need a plan for my solo journey of five days out of Milwaukee, taking in 2 cities of Ohio, beginning March 15 and ending March 19, 2022. Spending cap $2,700. Private room only.',
    {
      from: 'Milwaukee',
      to: 'Ohio x2',
      dates: '2022-03-15..2022-03-19',
      length: '5d 4n',
      people: '1',
      budget: '2700 USD',
      room: 'private_room',
    },
  ],
  [
    'Set up a vacation for seven from Nashville to 2 cities in Michigan, March 2 - 6, 2022, $13,500 all in. Smokers among us, so smoking must be permitted. We would love Chinese, French and American food.',
    {
      from: 'Nashville',
      to: 'Michigan x2',
      dates: '2022-03-02..2022-03-06',
      length: '4d 4n',
      people: '7',
      budget: '13500 USD',
      rules: 'smoking',
      cuisines: 'american chinese french',
    },
  ],
  [
    'A group of three is setting out from Moline to visit Atlanta for 3 days, from the 26th to the 28th of March, 2022, with $2,400 at their disposal.',
    {
      from: 'Moline',
      to: 'Atlanta',
      dates: '2022-03-26..2022-03-28',
      length: '3d 2n',
      people: '3',
      budget: '2400 USD',
    },
  ],
  [
    "Can you draft a trip plan for 4 from El Paso to Denver? Dates: March 10 to March 12, 2022. Our funds are $3,450 and the room mustn't be shared.",
    {
      from: 'El Paso',
      to: 'Denver',
      dates: '2022-03-10..2022-03-12',
      length: '2d 2n',
      people: '4',
      budget: '3450 USD',
      room: 'not_shared_room',
    },
  ],
  [
    'Kindly arrange a seven day visit to three Arizona cities from Seattle for two people, from March 13th until March 19th 2022. Total: $7,700. No flights and no driving ourselves, please.',
    {
      from: 'Seattle',
      to: 'Arizona x3',
      dates: '2022-03-13..2022-03-19',
      length: '7d 6n',
      people: '2',
      budget: '7700 USD',
      notBy: 'flight self_driving',
    },
  ],
  [
    'Starting point: Richmond. Destination: Orlando. Duration: 3 days. Dates: 2022-03-24 to 2022-03-26. People: 2. Budget: $1,800.',
    {
      from: 'Richmond, Virginia',
      to: 'Orlando',
      dates: '2022-03-24..2022-03-26',
      length: '3d 2n',
      people: '2',
      budget: '1800 USD',
    },
  ],
  [
    'Could a 5-day itinerary be made for 3 travellers beginning in Grand Rapids with stops in 2 Missouri cities, March 9th to 13th, 2022? We have set aside $4,900; guests may visit us, so visitors must be allowed.',
    {
      from: 'Grand Rapids',
      to: 'Missouri x2',
      dates: '2022-03-09..2022-03-13',
      length: '5d 4n',
      people: '3',
      budget: '4900 USD',
      rules: 'visitors',
    },
  ],
  [
    "I'd love help with a three-day getaway to Myrtle Beach from Boston on March 5-7, 2022, just for myself, $1,050 maximum, and I want Indian and Mediterranean restaurants.",
    {
      from: 'Boston',
      to: 'Myrtle Beach',
      dates: '2022-03-05..2022-03-07',
      length: '3d 2n',
      people: '1',
      budget: '1050 USD',
      cuisines: 'indian mediterranean',
    },
  ],
  [
    'Plan: Sacramento -> 3 cities in Nevada, 7 days, 6 persons, March 16th-22nd 2022, budget 19,800 dollars, shared rooms are fine, pets allowed.',
    {
      from: 'Sacramento',
      to: 'Nevada x3',
      dates: '2022-03-16..2022-03-22',
      length: '7d 6n',
      people: '6',
      budget: '19800 USD',
      room: 'shared_room',
      rules: 'pets',
    },
  ],
  [
    'For a group of two departing Birmingham and bound for Tampa, prepare a plan for 3 days from March 17th to March 19th, 2022, with a budget of $1,950.',
    {
      from: 'Birmingham, Alabama',
      to: 'Tampa',
      dates: '2022-03-17..2022-03-19',
      length: '3d 2n',
      people: '2',
      budget: '1950 USD',
    },
  ],
  [
    'I have $3,200 for five days in two cities in North Carolina. I leave Philadelphia on March 20th 2022 and come home on March 24th. One person.',
    {
      from: 'Philadelphia',
      to: 'North Carolina x2',
      dates: '2022-03-20..2022-03-24',
      length: '5d 4n',
      people: '1',
      budget: '3200 USD',
    },
  ],
  [
    'Organise for the four of us a trip from Jacksonville to 2 cities in Alabama between March 6th and March 10th, 2022. $5,000 budget, no self-driving, rooms not shared, American and French cuisine.',
    {
      from: 'Jacksonville, Florida',
      to: 'Alabama x2',
      dates: '2022-03-06..2022-03-10',
      length: '4d 4n',
      people: '4',
      budget: '5000 USD',
      notBy: 'self_driving',
      room: 'not_shared_room',
      cuisines: 'american french',
    },
  ],
  [
    'Looking for a travel plan beginning in Manchester and ending up in Minneapolis for three days in March 2022 (11th to 13th), 1 traveller, $1,600.',
    {
      from: 'Manchester, New Hampshire',
      to: 'Minneapolis',
      dates: '2022-03-11..2022-03-13',
      length: '3d 2n',
      people: '1',
      budget: '1600 USD',
    },
  ],
  [
    'Help me map out a weeklong trip across 3 cities in New York state from Austin for 2, from March 24th to March 30th, 2022; we can pay up to $8,250.',
    {
      from: 'Austin',
      to: 'New York x3',
      dates: '2022-03-24..2022-03-30',
      length: '7d 6n',
      people: '2',
      budget: '8250 USD',
    },
  ],
  [
    'Five of us leave from Honolulu for Los Angeles: three days, March 3 to 5, 2022, five thousand dollars, and we want a whole apartment to ourselves.',
    {
      from: 'Honolulu',
      to: 'Los Angeles',
      dates: '2022-03-03..2022-03-05',
      length: '3d 2n',
      people: '5',
      budget: '5000 USD',
      room: 'entire_home',
    },
  ],
  [
    'Prepare a budget-conscious trip for 2 from Portland to Reno, March 27th - March 29th, 2022, under $1,300.',
    {
      from: 'Portland, Oregon',
      to: 'Reno',
      dates: '2022-03-27..2022-03-29',
      length: '2d 2n',
      people: '2',
      budget: '1300 USD',
    },
  ],
  [
    'My family of six wishes to see 3 cities in Illinois in 7 days starting in Norfolk, March 5th to 11th, 2022. We have to be able to bring our children under 10. The budget stands at $16,900 and Mexican as well as Chinese food should be part of it.',
    {
      from: 'Norfolk',
      to: 'Illinois x3',
      dates: '2022-03-05..2022-03-11',
      length: '7d 6n',
      people: '2+4',
      rules: 'children_under_10',
      budget: '16900 USD',
      cuisines: 'chinese mexican',
    },
  ],
  [
    'I am looking for a 3-day plan from Rockford to St. Petersburg, from March 1st to March 3rd, 2022, for a single person at $1,100.',
    {
      from: 'Rockford',
      to: 'St. Petersburg, Florida',
      dates: '2022-03-01..2022-03-03',
      length: '3d 2n',
      people: '1',
      budget: '1100 USD',
    },
  ],
  [
    'Could you build a five-day itinerary for 2 people from Columbus to 2 cities in Kentucky? Travel dates: 18 March 2022 – 22 March 2022; money available: 4300 USD; accommodation: private room; we do not want to go by plane.',
    {
      from: 'Columbus, Ohio',
      to: 'Kentucky x2',
      dates: '2022-03-18..2022-03-22',
      length: '5d 4n',
      people: '2',
      budget: '4300 USD',
      room: 'private_room',
      notBy: 'flight',
    },
  ],
];

/** Flight enquiries in the manner of ATIS. */
export const freshFlights: [string, Slots][] = [
  [
    'show me all flights from denver to pittsburgh on december ninth',
    { from: 'Denver', to: 'Pittsburgh', dates: '2026-12-09..' },
  ],
  [
    'what flights are there from oakland to salt lake city on thursday',
    { from: 'Oakland', to: 'Salt Lake City', dates: '2026-11-26..' },
  ],
  [
    'i would like a nonstop flight from st. louis to washington leaving in the morning',
    { from: 'St. Louis', to: 'Washington', direct: 'yes' },
  ],
  [
    'list the first class fares from atlanta to san francisco',
    { from: 'Atlanta', to: 'San Francisco', cabin: 'first' },
  ],
  [
    'i need to fly from baltimore to dallas arriving before 6 pm next wednesday',
    { from: 'Baltimore', to: 'Dallas', dates: '2026-11-25..' },
  ],
  ['cheapest round trip fare from milwaukee to phoenix', { from: 'Milwaukee', to: 'Phoenix' }],
  ['find me a flight to boston from cleveland', { from: 'Cleveland', to: 'Boston' }],
  [
    'please show me the flights leaving charlotte for las vegas after 4 pm tomorrow',
    { from: 'Charlotte', to: 'Las Vegas', dates: '2026-11-22..' },
  ],
  [
    'flights from jfk to lax on the 12th of january returning the 19th',
    { from: 'New York', to: 'Los Angeles', dates: '2027-01-12..2027-01-19', length: '7d 7n' },
  ],
  [
    'i want to go from toronto to montreal one way in business class',
    { from: 'Toronto', to: 'Montreal', cabin: 'business' },
  ],
  [
    'are there any flights from indianapolis to houston with a stopover in memphis',
    { from: 'Indianapolis', to: 'Houston' },
  ],
  ['which airlines fly from burbank to tacoma', { from: 'Burbank', to: 'Tacoma' }],
  [
    'show me economy flights from long beach to columbus',
    { from: 'Long Beach', to: 'Columbus, Ohio', cabin: 'economy' },
  ],
  [
    "i'd like to book two seats from kansas city to newark on the seventeenth of may",
    { from: 'Kansas City, Missouri', to: 'Newark', dates: '2027-05-17..', people: '2' },
  ],
  [
    'flight from SFO to ORD tomorrow morning',
    { from: 'San Francisco', to: 'Chicago', dates: '2026-11-22..' },
  ],
  [
    'i want to leave philadelphia on saturday and be in orlando by sunday',
    { from: 'Philadelphia', to: 'Orlando', dates: '2026-11-21..' },
  ],
  [
    'what is the earliest flight between detroit and minneapolis on monday',
    { from: 'Detroit', to: 'Minneapolis', dates: '2026-11-23..' },
  ],
  [
    'departing birmingham for seattle next friday',
    { from: 'Birmingham, Alabama', to: 'Seattle', dates: '2026-11-27..' },
  ],
];

/** Bookings and enquiries in the manner of MultiWOZ, SNIPS, SGD and MASSIVE. */
export const freshBookings: [string, Slots][] = [
  [
    "I'm after a place to stay in Cambridge, somewhere with free parking, for four people and three nights from Wednesday.",
    { to: 'Cambridge', people: '4', dates: '2026-11-25..2026-11-28', length: '3d 3n' },
  ],
  [
    'I need a train leaving Norwich for Cambridge on Monday, arriving by 18:30, for one person.',
    { from: 'Norwich', to: 'Cambridge', dates: '2026-11-23..', people: '1', by: 'train' },
  ],
  [
    'Can you book the guesthouse for 2 people and 5 nights starting Friday?',
    { people: '2', dates: '2026-11-27..2026-12-02', length: '5d 5n', lodging: 'bed and breakfast' },
  ],
  [
    'I would like an expensive Indian restaurant in the centre, table for 6 people on Saturday',
    { cuisines: 'indian', people: '6', dates: '2026-11-21..' },
  ],
  [
    'I am coming up from London Liverpool Street to Cambridge on Sunday, could you find me a train?',
    { from: 'London', to: 'Cambridge', dates: '2026-11-22..', by: 'train' },
  ],
  [
    'Are there any museums or theatres in Cambridge worth a look? I have a day there next week',
    { to: 'Cambridge', likes: 'museums theatre', length: '1d 0n', dates: '[2026-11-23..2026-11-29]' },
  ],
  ['Find me a taxi to the airport', { by: 'taxi' }],
  [
    'book a restaurant for five in Lyon for the 8th of January',
    { to: 'Lyon', people: '5', dates: '2027-01-08..' },
  ],
  [
    'make a reservation for 2 in a Thai place in Boulder, Colorado',
    { to: 'Boulder', people: '2', cuisines: 'thai' },
  ],
  [
    'find a bus from Fresno to Anaheim for 3 passengers on March 9th',
    { from: 'Fresno', to: 'Anaheim', people: '3', dates: '2027-03-09..', by: 'bus' },
  ],
  [
    "I'm going on a trip and need a flight. I'm leaving from Vancouver on the 4th of March and flying to Mexico City with two others",
    { from: 'Vancouver', to: 'Mexico City', dates: '2027-03-04..', people: '3' },
  ],
  [
    'I need to rent a car in Sydney from next Thursday until Sunday',
    { to: 'Sydney', dates: '2026-11-26..2026-11-29', length: '3d 3n', by: 'self_driving' },
  ],
  [
    'Search a hotel in Kuala Lumpur for two guests, check-in December 3rd, check-out December 9th',
    { to: 'Kuala Lumpur', people: '2', dates: '2026-12-03..2026-12-09', length: '6d 6n', lodging: 'hotel' },
  ],
  [
    'book me a train ticket to manchester for tomorrow',
    { to: 'Manchester', dates: '2026-11-22..', by: 'train' },
  ],
  ['what is the traffic like on the way to the office', { acts: 'question' }],
  ['how long does it take to fly to dubai', { acts: 'question' }],
  ['order me a pizza', { acts: 'off_topic' }],
  ['set an alarm for six tomorrow', { acts: 'off_topic' }],
  ['what time is it in tokyo right now', { acts: 'question' }],
  [
    'Hi, I want to get away to Santo Domingo from Naples between August 27 and September 15, 2 adults and 4 kids, 3700 dollars.',
    {
      from: 'Naples',
      to: 'Santo Domingo',
      dates: '2027-08-27..2027-09-15',
      length: '19d 19n',
      people: '2+4',
      budget: '3700 USD',
    },
  ],
  [
    "I'd like to travel from Porto Alegre to Kobe some time in September for about 8 days, budget flexible",
    {
      from: 'Porto Alegre',
      to: 'Kobe',
      dates: '[2027-09-01..2027-09-30]',
      length: '8d 7n',
      budget: 'unlimited',
    },
  ],
  [
    'Do you have any packages to Curitiba? I am a single adult leaving from Fortaleza',
    { from: 'Fortaleza', to: 'Curitiba', people: '1' },
  ],
  [
    'Get me and 2 friends to Punta Cana, we are in Denver, spring break please',
    { from: 'Denver', to: 'Punta Cana', people: '3', dates: '[2027-03-06..2027-03-20]' },
  ],
  [
    'I am looking for a moderately priced Italian restaurant in the west part of town',
    { cuisines: 'italian' },
  ],
  [
    'please find a family friendly attraction near Anaheim this weekend',
    { to: 'Anaheim', likes: 'family', dates: '2026-11-21..2026-11-22', length: '2d 1n' },
  ],
  [
    'I want to see a play in London on the 5th of March',
    { to: 'London', dates: '2027-03-05..', likes: 'theatre' },
  ],
  [
    'I need a return flight to Atlanta from Phoenix, out on March 11th and back on the 14th, economy, two tickets',
    {
      from: 'Phoenix',
      to: 'Atlanta',
      dates: '2027-03-11..2027-03-14',
      length: '3d 3n',
      cabin: 'economy',
      people: '2',
    },
  ],
  [
    'Are there one way flights from NYC to Chicago tomorrow? Premium economy.',
    { from: 'New York', to: 'Chicago', dates: '2026-11-22..', cabin: 'premium_economy' },
  ],
];
