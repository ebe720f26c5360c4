"""What every record of the contract has."""

import graphene


class Node(graphene.Interface):
    """A record that can be asked for by its id."""

    id = graphene.ID(required=True, description="The id by which this record is asked for; its text means nothing else.")
