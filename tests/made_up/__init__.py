"""What tests of several packages share: made-up images and studies, stand-ins for the networks.

What only the tests of one package use is next to them.
"""
